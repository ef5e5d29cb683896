package org.whitelane.whitelist.entry;

import org.whitelane.whitelist.core.Refused;

/** What came of a command about an entry. */
public sealed interface EntryOutcome {

    record Done(WhitelistEntry entry) implements EntryOutcome {}

    record Not(Refused refused) implements EntryOutcome {}

    /** The caller decided on another version than the one that is there. */
    record OtherVersion(long current) implements EntryOutcome {}
}
