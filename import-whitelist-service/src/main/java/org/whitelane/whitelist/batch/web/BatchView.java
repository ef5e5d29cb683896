package org.whitelane.whitelist.batch.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.batch.BatchAction;
import org.whitelane.whitelist.batch.BatchCase;
import org.whitelane.whitelist.batch.BatchReader.Seen;
import org.whitelane.whitelist.batch.BatchRoom;
import org.whitelane.whitelist.batch.BatchStatus;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.desk.DueDays;
import org.whitelane.whitelist.directory.UnitListing;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A batch for the scheme's agencies.
 *
 * @param number drawn at publication, of a transfer when it begins; null before
 * @param allowed what the reader could do next
 * @param seal null while it is assembled
 * @param disclosureDueOn the first of its requests' days; null once they are public
 * @param replacedScheme code of the scheme whose units it takes over into the directory; nobody
 *     signs such a batch. Absent of any other
 * @param nextPublication before this day only with a reason; null when the scheme has no turns
 */
record BatchView(
        UUID id,
        String scheme,
        BatchStatus status,
        List<String> allowed,
        @Nullable Integer number,
        String decisionDocument,
        @Nullable LocalDate publishedOn,
        @Nullable Instant releaseAt,
        @Nullable LocalDate nextPublication,
        @Nullable LocalDate disclosureDueOn,
        List<Item> requests,
        @Nullable BatchSeal seal,
        List<Line> entries,
        List<Place> units,
        @Nullable String replacedScheme,
        Changes changes,
        List<Step> steps,
        long version)
        implements Versioned {

    /**
     * @param disclosure null once it is public
     */
    record Item(
            UUID id,
            String number,
            String organisation,
            int articles,
            @Nullable Disclosure disclosure) {}

    /**
     * By when it has to be made public: the scheme's limit after the recognition (Open Government
     * Information Regulations Art. 26).
     *
     * @param provisional it rests on a calendar that is not loaded yet
     */
    record Disclosure(LocalDate dueOn, boolean provisional) {}

    record Line(UUID id, String entryNumber, UUID request, String unit, String nameEn) {}

    /** A unit's, in the directory. */
    record Place(UUID id, String listingNumber, UUID request, String organisation, String unit) {

        static Place of(UnitListing listing) {
            return new Place(
                    listing.id(),
                    listing.number(),
                    listing.origin().request(),
                    listing.holder().organisation(),
                    listing.holder().unitName());
        }
    }

    record Changes(List<UUID> added, List<UUID> changed, List<UUID> removed) {}

    record Step(BatchAction action, Instant at, @Nullable String reason, List<Finding> findings) {}

    /** In a list. */
    record Row(
            UUID id,
            String scheme,
            BatchStatus status,
            String decisionDocument,
            int requests,
            @Nullable Instant releaseAt,
            long version) {

        static Row of(BatchRoom room) {
            return new Row(
                    room.id(),
                    room.scheme(),
                    room.status(),
                    room.decisionDocument(),
                    room.requests().size(),
                    room.releaseAt(),
                    room.version());
        }
    }

    static BatchView of(Seen seen) {
        var room = seen.room();
        var contents = seen.contents();
        var batch = contents.batch();
        var frozen = room.frozen();
        var diff = contents.diff();
        return new BatchView(
                room.id(),
                room.scheme(),
                room.status(),
                seen.standing().allowed().stream().map(BatchAction::code).toList(),
                batch == null ? null : batch.number(),
                room.decisionDocument(),
                batch == null || room.status() != BatchStatus.PUBLISHED
                        ? null
                        : batch.publishedOn(),
                room.releaseAt(),
                seen.nextDate(),
                firstDisclosure(seen.requests()),
                seen.requests().stream().map(BatchView::item).toList(),
                frozen == null ? null : BatchSeal.of(room, frozen),
                contents.entries().stream().map(BatchView::line).toList(),
                contents.units().stream().map(Place::of).toList(),
                contents.replaced(),
                new Changes(diff.added(), diff.changed(), diff.removed()),
                room.steps().stream()
                        .map(s -> new Step(s.action(), s.at(), s.reason(), s.findings()))
                        .toList(),
                room.version());
    }

    private static @Nullable LocalDate firstDisclosure(List<BatchCase> requests) {
        return requests.stream()
                .map(BatchCase::disclosure)
                .filter(Objects::nonNull)
                .map(DueDays.Due::on)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Item item(BatchCase named) {
        var request = named.request();
        var due = named.disclosure();
        return new Item(
                request.id(),
                request.number(),
                request.organisation(),
                request.content().articles().size(),
                due == null ? null : new Disclosure(due.on(), due.provisional()));
    }

    private static Line line(WhitelistEntry entry) {
        return new Line(
                entry.id(),
                entry.number(),
                entry.origin().request(),
                entry.holder().unitName(),
                entry.article().nameEn());
    }
}
