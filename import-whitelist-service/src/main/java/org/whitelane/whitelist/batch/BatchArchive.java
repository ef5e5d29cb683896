package org.whitelane.whitelist.batch;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.directory.UnitListings;
import org.whitelane.whitelist.entry.Entries;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where one looks up what batches brought. */
@Component
class BatchArchive {

    private final Batches batches;
    private final Entries entries;
    private final UnitListings listings;

    BatchArchive(Batches batches, Entries entries, UnitListings listings) {
        this.batches = batches;
        this.entries = entries;
        this.listings = listings;
    }

    BatchContents contents(UUID id) {
        return new BatchContents(
                batches.find(id).orElse(null),
                entries.ofBatch(id),
                listings.ofBatch(id),
                batches.diff(id),
                batches.replaced(id).orElse(null));
    }

    Optional<LocalDate> lastPublishedOn(String scheme) {
        return batches.lastPublishedOn(scheme);
    }
}
