package org.whitelane.whitelist.request;

import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.Set;

/**
 * In which status which of a scheme's limits runs, and in which it stands still. A limit that is in
 * neither has ended.
 *
 * @param rule why it stands still
 */
record Running(String step, Set<RequestStatus> runs, Set<RequestStatus> stops, String rule) {

    /** Time that the applicant or an assessment takes is not the authority's. */
    private static final String NOT_COUNTED = "Administrative Licensing Law Art. 45";

    static final List<Running> TABLE =
            List.of(
                    new Running(
                            PilotScheme.ACCEPTANCE,
                            Set.of(RequestStatus.SUBMITTED),
                            Set.of(RequestStatus.AREA_ASSESSMENT),
                            NOT_COUNTED + ", assessment of a unit from outside the area"),
                    of(PilotScheme.CORRECTION, RequestStatus.CORRECTION_REQUESTED),
                    of(
                            PilotScheme.RECOMMENDATION,
                            RequestStatus.ACCEPTED,
                            RequestStatus.RECOMMENDED),
                    new Running(
                            PilotScheme.DECISION,
                            Set.of(
                                    RequestStatus.ACCEPTED,
                                    RequestStatus.RECOMMENDED,
                                    RequestStatus.JOINT_REVIEW),
                            Set.of(RequestStatus.SUPPLEMENT),
                            NOT_COUNTED + ", supplement by the applicant"),
                    of(PilotScheme.SUPPLEMENT, RequestStatus.SUPPLEMENT),
                    of(PilotScheme.PUBLICATION, RequestStatus.RECOGNISED));

    private static Running of(String step, RequestStatus... runs) {
        return new Running(step, Set.of(runs), Set.of(), "");
    }

    boolean holds(RequestStatus status) {
        return runs.contains(status) || stops.contains(status);
    }
}
