package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.directory.UnitListing;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;

/** What happened to a batch. */
public sealed interface BatchFact {

    /** Anything before its publication: nobody outside the table hears of it. */
    record Moved(BatchRoom room, BatchAction action, Officer by) implements BatchFact {}

    /**
     * @param room with what was frozen and signed
     * @param entries the new ones, in the order of the list
     * @param units that take their place in the directory
     * @param revised those that were there, and say something else now
     * @param replaced code of the scheme whose units it takes over; null of what agencies signed
     */
    record BatchPublished(
            Batch batch,
            BatchRoom room,
            PilotScheme scheme,
            List<WhitelistEntry> entries,
            List<WhitelistEntry> revised,
            List<UnitListing> units,
            ListDiff diff,
            @Nullable String replaced,
            Officer by)
            implements BatchFact {}
}
