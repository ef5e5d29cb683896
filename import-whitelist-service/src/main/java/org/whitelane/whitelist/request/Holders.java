package org.whitelane.whitelist.request;

import org.whitelane.whitelist.request.ClockReading.Desk;
import org.whitelane.whitelist.request.ClockReading.Holder;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;
import org.whitelane.whitelist.scheme.PilotScheme.Level;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who has to do the next thing about a request. */
final class Holders {

    private Holders() {}

    static Holder of(PilotScheme scheme, Course course, LocalDate day) {
        return switch (course.status()) {
            case DRAFT, CORRECTION_REQUESTED, SUPPLEMENT -> new Holder(Desk.APPLICANT, List.of());
            case SUBMITTED -> new Holder(Desk.INTAKE, scheme.governance().rolesWith(Duty.INTAKE));
            case AREA_ASSESSMENT -> new Holder(Desk.ASSESSMENT, assessors(scheme));
            case ACCEPTED, RECOMMENDED ->
                    turn(scheme, course)
                            .map(
                                    level ->
                                            new Holder(
                                                    Desk.DISTRICT,
                                                    scheme.governance().recommendersAt(level)))
                            .orElseGet(() -> office(scheme));
            case JOINT_REVIEW -> {
                var spoken = course.spoken(day);
                var silent =
                        scheme.governance().reviewers().stream()
                                .filter(role -> !spoken.contains(role))
                                .toList();
                yield silent.isEmpty() ? office(scheme) : new Holder(Desk.AGENCY, silent);
            }
            case RECOGNISED -> office(scheme);
            case NOT_ACCEPTED, REJECTED, PUBLISHED, WITHDRAWN, LAPSED ->
                    new Holder(Desk.NOBODY, List.of());
        };
    }

    /** Whom the scheme names for it, else the office. */
    static List<String> assessors(PilotScheme scheme) {
        return scheme.governance().assessors();
    }

    private static Holder office(PilotScheme scheme) {
        return new Holder(Desk.OFFICE, scheme.governance().office());
    }

    private static Optional<Level> turn(PilotScheme scheme, Course course) {
        return scheme.governance().recommendingLevels().stream()
                .skip(course.count(RequestAction.RECOMMEND))
                .findFirst();
    }
}
