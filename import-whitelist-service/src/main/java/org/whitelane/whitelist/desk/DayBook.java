package org.whitelane.whitelist.desk;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.desk.Deadlines.Due;
import org.whitelane.whitelist.request.CaseReader;
import org.whitelane.whitelist.request.ClockReading;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a day means for one request: told once, and decided where the scheme says so. */
@Component
class DayBook {

    private final CaseReader cases;
    private final PassedDays passed;
    private final Deadlines deadlines;
    private final DeskWatch desks;
    private final DayTeller teller;

    DayBook(
            CaseReader cases,
            PassedDays passed,
            Deadlines deadlines,
            DeskWatch desks,
            DayTeller teller) {
        this.cases = cases;
        this.passed = passed;
        this.deadlines = deadlines;
        this.desks = desks;
        this.teller = teller;
    }

    void lookAt(UUID id) {
        cases.lock(id)
                .ifPresent(
                        seen -> {
                            var reading = seen.reading();
                            recount(seen.request(), reading);
                            reading.running().stream()
                                    .filter(limit -> !limit.provisional())
                                    .forEach(limit -> teller.tell(seen.request(), reading, limit));
                            passed.decide(seen.request(), reading);
                        });
    }

    /** What a calendar made certain, or moved, is told; then the desks see it too. */
    private void recount(WhitelistRequest request, ClockReading reading) {
        var before =
                deadlines.of(request.id()).stream()
                        .collect(Collectors.toMap(Due::step, Function.identity()));
        reading.running().stream()
                .filter(limit -> !limit.provisional())
                .forEach(
                        limit -> {
                            var known = before.get(limit.step());
                            if (known != null
                                    && (known.provisional()
                                            || !known.dueOn().equals(limit.dueOn()))) {
                                teller.changed(request, limit, known.dueOn(), reading.asOf());
                            }
                        });
        desks.layOut(request, reading);
    }
}
