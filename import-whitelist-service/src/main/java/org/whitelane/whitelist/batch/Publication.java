package org.whitelane.whitelist.batch;

import static org.whitelane.whitelist.batch.BatchOutcome.refused;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a signed batch part of the list: every request is examined once more, then number, entries,
 * diff and events are written, in the transaction of the caller. The number is drawn here, so that
 * a scheme's batches are numbered without gaps whatever became of others.
 */
@Component
class Publication {

    private final Schemes schemes;
    private final PublicationDesk desk;
    private final Batches batches;
    private final Clock clock;

    Publication(Schemes schemes, PublicationDesk desk, Batches batches, Clock clock) {
        this.schemes = schemes;
        this.desk = desk;
        this.batches = batches;
        this.clock = clock;
    }

    /** What stands against it; then the caller rolls back. */
    Optional<BatchOutcome> publish(BatchRoom room, Officer officer) {
        var scheme = schemes.newest(room.scheme()).orElseThrow();
        var publisher = publisher(room, officer);
        var batch =
                new Batch(
                        room.id(),
                        room.scheme(),
                        batches.nextNumber(room.scheme()),
                        room.decisionDocument(),
                        LegalDays.today(clock),
                        publisher.subject());
        var assembly = new BatchAssembly(batch, scheme, clock.instant());
        var docket = desk.examine(room.requests(), assembly, publisher);
        if (!docket.refusals().isEmpty()) {
            return Optional.of(docket.unpublishable());
        }
        if (!Objects.requireNonNull(room.frozen()).isOf(room, docket.requests())) {
            return Optional.of(
                    refused(
                            BatchRefusal.CONTENT_CHANGED,
                            "The requests no longer say what was signed."));
        }
        batches.add(batch);
        var revised = desk.write(docket, batch, publisher);
        var diff = ListDiff.of(docket);
        batches.addDiff(batch.id(), diff);
        desk.announce(
                new BatchFact.BatchPublished(
                        batch,
                        room,
                        scheme,
                        docket.entries(),
                        revised,
                        docket.units(),
                        diff,
                        null,
                        publisher));
        return Optional.empty();
    }

    /** An embargo ends in the name of the officer who set it. */
    private static Officer publisher(BatchRoom room, Officer officer) {
        return room.status() == BatchStatus.SCHEDULED
                ? room.lastStep(BatchAction.SCHEDULE)
                        .map(
                                step ->
                                        new Officer(
                                                step.by(),
                                                officer.organisation(),
                                                Set.copyOf(BatchWho.OFFICE.roles())))
                        .orElseThrow()
                : officer;
    }
}
