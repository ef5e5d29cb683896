package org.whitelane.whitelist.batch;

import java.util.Set;

/** Where a batch stands. */
public enum BatchStatus {
    /** The office puts recognised requests in and takes them out. */
    ASSEMBLING,
    /** The content is fixed, and its digest waits for signatures. */
    FROZEN,
    /** Every agency that must has signed. */
    SIGNED,
    /** Sealed until its embargo ends. */
    SCHEDULED,
    /** A directory takes units over from a scheme that was replaced. */
    TRANSFERRING,
    PUBLISHED,
    ABANDONED;

    /** Its requests are in no other batch meanwhile. */
    static final Set<BatchStatus> OPEN = Set.of(ASSEMBLING, FROZEN, SIGNED, SCHEDULED);
}
