package org.whitelane.whitelist.request;

import java.util.Set;

/** Where a request stands; {@link Moves} says how it gets from one to another. */
public enum RequestStatus {
    DRAFT,
    SUBMITTED,
    CORRECTION_REQUESTED,
    NOT_ACCEPTED,
    ACCEPTED,
    /** In schemes of two levels only. */
    RECOMMENDED,
    JOINT_REVIEW,
    RECOGNISED,
    REJECTED,
    PUBLISHED,
    WITHDRAWN;

    /** Submitted and not at its end: what a new fact about the party can still change. */
    public static final Set<RequestStatus> OPEN =
            Set.of(
                    SUBMITTED,
                    CORRECTION_REQUESTED,
                    ACCEPTED,
                    RECOMMENDED,
                    JOINT_REVIEW,
                    RECOGNISED);
}
