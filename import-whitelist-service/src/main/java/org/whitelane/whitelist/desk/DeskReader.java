package org.whitelane.whitelist.desk;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.desk.DeskQueue.Place;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Reads what waits for an officer; other work is not there. */
@Component
public class DeskReader {

    private final DeskQueue queue;
    private final Clock clock;

    DeskReader(DeskQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * @param after as {@link #place} gave it; empty for the beginning
     */
    public List<Waiting> page(Officer officer, Wanted wanted, List<String> after, int limit) {
        var place =
                after.isEmpty()
                        ? null
                        : new Place(
                                LocalDate.parse(after.get(0)),
                                UUID.fromString(after.get(1)),
                                after.get(2));
        return queue.page(officer, wanted, place, limit, clock.instant());
    }

    public List<DeskCount> counts(Officer officer) {
        return queue.counts(officer, LegalDays.today(clock), clock.instant());
    }

    /** Where a page ends, for a cursor. */
    public static List<String> place(Waiting last) {
        var place = Place.of(last);
        return List.of(place.day().toString(), place.request().toString(), place.slot());
    }
}
