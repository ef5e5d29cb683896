package org.whitelane.whitelist.request;

import java.util.Set;

/** Where a request stands; {@link Moves} says how it gets from one to another. */
public enum RequestStatus {
    DRAFT,
    SUBMITTED,
    CORRECTION_REQUESTED,
    /** A unit from outside the scheme's area, where the scheme lets it apply. */
    AREA_ASSESSMENT,
    NOT_ACCEPTED,
    ACCEPTED,
    /** In schemes of several levels only, by one of them at least. */
    RECOMMENDED,
    JOINT_REVIEW,
    /** The review waits for what a member asked of the applicant. */
    SUPPLEMENT,
    RECOGNISED,
    REJECTED,
    PUBLISHED,
    WITHDRAWN,
    /** The applicant was asked for something and did not answer in time. */
    LAPSED;

    /** Submitted and not at its end: what a new fact about the party can still change. */
    public static final Set<RequestStatus> OPEN =
            Set.of(
                    SUBMITTED,
                    CORRECTION_REQUESTED,
                    AREA_ASSESSMENT,
                    ACCEPTED,
                    RECOMMENDED,
                    JOINT_REVIEW,
                    SUPPLEMENT,
                    RECOGNISED);
}
