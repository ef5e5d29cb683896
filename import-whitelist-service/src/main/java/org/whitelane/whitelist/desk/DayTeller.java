package org.whitelane.whitelist.desk;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.ClockReading;
import org.whitelane.whitelist.request.ClockReading.Limit;
import org.whitelane.whitelist.request.RequestChanged;
import org.whitelane.whitelist.request.RequestFact;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.time.LocalDate;

/** Tells of due days: each once per request, step and day. */
@Component
class DayTeller {

    private static final String APPROACHING = "APPROACHING";
    private static final String MISSED = "MISSED";

    private final Deadlines deadlines;
    private final DeskSettings settings;
    private final ApplicationEventPublisher changes;

    DayTeller(Deadlines deadlines, DeskSettings settings, ApplicationEventPublisher changes) {
        this.deadlines = deadlines;
        this.settings = settings;
        this.changes = changes;
    }

    /** Of a day that is certain. */
    void tell(WhitelistRequest request, ClockReading reading, Limit limit) {
        var today = reading.asOf();
        var held = reading.holder().agencyRoles();
        if (today.isAfter(limit.dueOn())) {
            if (deadlines.tell(request.id(), limit, MISSED, today)) {
                publish(
                        request,
                        new RequestFact.DeadlineMissed(limit.step(), limit.dueOn(), held, today));
            }
        } else if (!limit.dueOn().isAfter(today.plusDays(settings.leadDays()))
                && deadlines.tell(request.id(), limit, APPROACHING, today)) {
            publish(
                    request,
                    new RequestFact.DeadlineApproaching(limit.step(), limit.dueOn(), held, today));
        }
    }

    void changed(WhitelistRequest request, Limit limit, LocalDate before, LocalDate today) {
        publish(
                request,
                new RequestFact.DueDateChanged(limit.step(), limit.dueOn(), before, today));
    }

    private void publish(WhitelistRequest request, RequestFact fact) {
        changes.publishEvent(new RequestChanged(request, request, fact, Officer.system()));
    }
}
