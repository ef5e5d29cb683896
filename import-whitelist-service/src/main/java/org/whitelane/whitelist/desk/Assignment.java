package org.whitelane.whitelist.desk;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.request.ClockReading;
import org.whitelane.whitelist.request.ClockReading.Desk;
import org.whitelane.whitelist.request.ClockReading.Limit;
import org.whitelane.whitelist.request.RequestAction;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A piece of work about a request that one officer can take.
 *
 * @param slot its name within the request
 * @param agencyRoles whose officers may take it
 * @param dueOn null where no limit runs
 */
record Assignment(
        String slot,
        Desk desk,
        List<String> agencyRoles,
        @Nullable LocalDate dueOn,
        boolean provisional) {

    private static final Set<Desk> OF_AGENCIES =
            Set.of(Desk.INTAKE, Desk.ASSESSMENT, Desk.DISTRICT, Desk.AGENCY, Desk.OFFICE);

    Assignment {
        agencyRoles = List.copyOf(agencyRoles);
    }

    /** What waits for agencies now; each member's opinion is work of its own. */
    static List<Assignment> of(WhitelistRequest request, ClockReading reading) {
        var holder = reading.holder();
        if (!OF_AGENCIES.contains(holder.desk())) {
            return List.of();
        }
        var due = reading.running().stream().min(Comparator.comparing(Limit::dueOn)).orElse(null);
        var day = due == null ? null : due.dueOn();
        var guessed = due != null && due.provisional();
        return holder.desk() == Desk.AGENCY
                ? holder.agencyRoles().stream()
                        .map(
                                role ->
                                        new Assignment(
                                                Desk.AGENCY + ":" + role,
                                                Desk.AGENCY,
                                                List.of(role),
                                                day,
                                                guessed))
                        .toList()
                : List.of(
                        new Assignment(
                                slot(request, holder.desk()),
                                holder.desk(),
                                holder.agencyRoles(),
                                day,
                                guessed));
    }

    /** Each level's recommendation is new work; so is what the office does at each stage. */
    private static String slot(WhitelistRequest request, Desk desk) {
        return switch (desk) {
            case DISTRICT -> desk + ":" + given(request, RequestAction.RECOMMEND);
            case INTAKE -> desk + ":" + given(request, RequestAction.SUBMIT);
            case OFFICE -> desk + ":" + request.status();
            case APPLICANT, ASSESSMENT, AGENCY, NOBODY -> desk.name();
        };
    }

    private static long given(WhitelistRequest request, RequestAction action) {
        return request.steps().stream().filter(step -> step.action() == action).count();
    }
}
