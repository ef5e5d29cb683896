package org.whitelane.whitelist.desk;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.request.ClockReading;
import org.whitelane.whitelist.request.MoveAsked;
import org.whitelane.whitelist.request.Outcome;
import org.whitelane.whitelist.request.Refusal;
import org.whitelane.whitelist.request.RequestAction;
import org.whitelane.whitelist.request.RequestMoved;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.time.Clock;
import java.util.Objects;

/** Lays out the work again after each move, and minds who holds it before. */
@Component
class DeskWatch {

    private final Assignments assignments;
    private final DeskQueue queue;
    private final Clock clock;

    DeskWatch(Assignments assignments, DeskQueue queue, Clock clock) {
        this.assignments = assignments;
        this.queue = queue;
        this.clock = clock;
    }

    @EventListener
    void on(RequestMoved moved) {
        layOut(moved.request(), moved.reading());
    }

    void layOut(WhitelistRequest request, ClockReading reading) {
        assignments.replace(request, reading);
    }

    /**
     * What a colleague holds is not decided by another: two would do the same work, and one of them
     * in vain. Whoever has to, takes it over with a reason; and a claim ends by itself. A batch is
     * nobody's single work.
     */
    @EventListener
    void on(MoveAsked asked) {
        if (Desks.of(asked.officer()).length == 0 || asked.action() == RequestAction.PUBLISH) {
            return;
        }
        queue.of(asked.request().id(), asked.officer(), clock.instant()).stream()
                .filter(work -> Desks.does(work.desk(), asked.action()))
                .filter(work -> work.held() && !work.heldBy(asked.officer().subject()))
                .findFirst()
                .ifPresent(work -> asked.object(heldByColleague(work)));
    }

    static Outcome.Refused heldByColleague(Waiting work) {
        var claim = Objects.requireNonNull(work.claim());
        return Outcome.refused(
                Refusal.CLAIMED_BY_COLLEAGUE,
                "Officer %s (%s) holds it until %s; take it over with a reason, or wait."
                        .formatted(claim.by(), claim.agencyRole(), claim.until()));
    }
}
