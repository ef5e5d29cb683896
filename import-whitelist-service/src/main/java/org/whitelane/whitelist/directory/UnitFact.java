package org.whitelane.whitelist.directory;

import org.whitelane.whitelist.core.Officer;

/** What happened to a unit's place in the directory. */
public sealed interface UnitFact {

    record Listed(UnitListing listing, Officer by) implements UnitFact {}

    record Suspended(UnitListing before, UnitListing listing, Officer by) implements UnitFact {}

    record Restored(UnitListing before, UnitListing listing, String reason, Officer by)
            implements UnitFact {}

    record Delisted(UnitListing before, UnitListing listing, Officer by) implements UnitFact {}
}
