package org.whitelane.whitelist.events;

import org.whitelane.events.EntryEvent;
import org.whitelane.events.EventTypes;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What an entry was, by what was told of it in public: its events alone. Of what stands there today
 * only what never changes is taken: number, place in the list, holder. Pure.
 */
public final class EntryHistory {

    private EntryHistory() {}

    /**
     * One event of an entry, as it stands in the journal.
     *
     * @param content the event's JSON
     */
    public record Told(String type, Instant at, String content) {}

    /**
     * After all of it.
     *
     * @param told in its order, from the first event on; not empty
     */
    public static WhitelistEntry after(WhitelistEntry today, List<Told> told) {
        var past = PastEntry.unborn(today);
        for (var one : told) {
            past = PastEntry.evolve(past, event(one), one.at());
        }
        return past;
    }

    /**
     * As a batch left it.
     *
     * @param change ADDED, CHANGED or REMOVED
     */
    public static WhitelistEntry inBatch(
            WhitelistEntry today, List<Told> told, UUID batch, String change) {
        var last =
                IntStream.range(0, told.size())
                        .filter(i -> isOf(event(told.get(i)), batch.toString(), change))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Entry %s tells of no %s by batch %s"
                                                        .formatted(today.id(), change, batch)));
        return after(today, told.subList(0, last + 1));
    }

    /** An entry ends once, so its end needs no batch to be told from others. */
    private static boolean isOf(EntryEvent event, String batch, String change) {
        return switch (event) {
            case EntryEvent.EntryActivated _ -> change.equals("ADDED");
            case EntryEvent.EntryChanged changed ->
                    change.equals("CHANGED") && changed.batchId().equals(batch);
            case EntryEvent.EntryRenewed renewed ->
                    change.equals("CHANGED") && renewed.batchId().equals(batch);
            case EntryEvent.EntryRemoved _ -> change.equals("REMOVED");
            case EntryEvent _ -> false;
        };
    }

    private static EntryEvent event(Told told) {
        return EventTypes.forType(told.type())
                .flatMap(EntryHistory::ofEntries)
                .map(type -> Json.read(told.content(), type))
                .orElseThrow(
                        () -> new IllegalStateException("no event of entries: " + told.type()));
    }

    private static Optional<Class<? extends EntryEvent>> ofEntries(Class<?> type) {
        return EntryEvent.class.isAssignableFrom(type)
                ? Optional.of(type.asSubclass(EntryEvent.class))
                : Optional.empty();
    }
}
