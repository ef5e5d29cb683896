package org.whitelane.whitelist.request;

import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.whitelist.events.Told;
import org.whitelane.whitelist.request.ClockReading.Limit;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.LocalDate;
import java.util.List;

/** The clock of somebody who has the events, the scheme and the calendar, and nothing else. */
public final class Replayed {

    private Replayed() {}

    public static List<Limit> limits(
            PilotScheme scheme, WorkingDayCalendar calendar, List<Told> events, LocalDate asOf) {
        // a service that is configured as shipped
        var general = new GeneralLimits(30, 30).byStep();
        return new ReviewClock(scheme, calendar, general)
                .read(JournalCourse.of(events), asOf)
                .limits();
    }
}
