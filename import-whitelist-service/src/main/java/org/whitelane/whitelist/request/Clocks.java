package org.whitelane.whitelist.request;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.party.Calendars;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.LocalDate;

/** Clocks of requests: the calendar, and the limits that a scheme leaves open. */
@Component
class Clocks {

    private final Calendars calendars;
    private final GeneralLimits limits;

    Clocks(Calendars calendars, GeneralLimits limits) {
        this.calendars = calendars;
        this.limits = limits;
    }

    ReviewClock of(WhitelistRequest request, PilotScheme scheme, LocalDate today) {
        var first = request.lastDay(RequestAction.SUBMIT).orElse(today);
        return new ReviewClock(scheme, calendars.from(first), limits.byStep());
    }

    /** How long before its end an entry's renewal has to be applied for. */
    Deadline renewal(PilotScheme scheme) {
        return limits.renewal(scheme);
    }
}
