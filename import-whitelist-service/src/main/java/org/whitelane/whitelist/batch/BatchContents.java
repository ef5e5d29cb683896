package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.directory.UnitListing;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.util.List;

/**
 * What a batch brought to the list and to the directory.
 *
 * @param batch null until it is numbered
 * @param units that it gave a place in the directory
 * @param replaced code of the scheme whose units it takes over; null of any other batch
 */
public record BatchContents(
        @Nullable Batch batch,
        List<WhitelistEntry> entries,
        List<UnitListing> units,
        ListDiff diff,
        @Nullable String replaced) {

    public BatchContents {
        entries = List.copyOf(entries);
        units = List.copyOf(units);
    }
}
