package org.whitelane.whitelist.directory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.EntryCommand;
import org.whitelane.whitelist.entry.EntryService;

import java.time.LocalDate;
import java.util.UUID;

/** What a day does to a unit's place: its last one has passed. */
@Service
class UnitDays {

    private final UnitListings listings;
    private final Directory directory;
    private final EntryService entries;

    UnitDays(UnitListings listings, Directory directory, EntryService entries) {
        this.listings = listings;
        this.directory = directory;
        this.entries = entries;
    }

    /**
     * Under locks, and looked at again there: any number of instances may ask. What the unit has on
     * the list for longer ends with its place; what ends with the same day expires by itself.
     */
    @Transactional
    public void lookAt(UUID id, LocalDate today) {
        var unit = listings.find(id).orElseThrow().holder().organisation();
        entries.lockAll(unit);
        listings.lock(id)
                .filter(place -> place.status().stands() && place.isPastOn(today))
                .ifPresent(place -> end(place, today));
    }

    private void end(UnitListing place, LocalDate today) {
        var system = Officer.system();
        directory.end(place, UnitStatus.EXPIRED, place.lastDayInWords(), system);
        entries.endOutlasting(
                today,
                place.scheme().code(),
                place.holder().organisation(),
                new EntryCommand.Remove(
                        "The unit's place %s ended on %s."
                                .formatted(place.number(), place.validTo())),
                system);
    }
}
