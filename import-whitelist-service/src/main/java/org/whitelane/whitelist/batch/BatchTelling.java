package org.whitelane.whitelist.batch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.MoveRefused;
import org.whitelane.whitelist.core.Officer;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Begins batches, and tells inside what becomes of them; a publication tells for itself. */
@Component
class BatchTelling {

    private final ApplicationEventPublisher facts;
    private final Clock clock;

    BatchTelling(ApplicationEventPublisher facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    BatchRoom opened(String scheme, String decisionDocument, Officer officer) {
        var step = step(BatchAction.OPEN, officer);
        return BatchRoom.open(UuidV7.at(step.at()), scheme, decisionDocument, step);
    }

    BatchRoom takingOver(Batch batch) {
        return BatchRoom.takingOver(batch, step(BatchAction.TAKE_OVER, Officer.system()));
    }

    BatchStep step(BatchAction action, Officer officer) {
        // as the database keeps it
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new BatchStep(action, now, officer.subject(), null, List.of());
    }

    void moved(BatchRoom room, BatchAction action, Officer officer) {
        if (!action.isPublic()) {
            facts.publishEvent(new BatchFact.Moved(room, action, officer));
        }
    }

    void published(BatchFact.BatchPublished fact) {
        facts.publishEvent(fact);
    }

    void refused(BatchRoom room, BatchAction action, Officer officer) {
        facts.publishEvent(
                new MoveRefused(
                        "batch",
                        room.id().toString(),
                        room.status().name(),
                        action.code(),
                        BatchMoves.from(room.status()).stream().map(BatchAction::code).toList(),
                        officer));
    }
}
