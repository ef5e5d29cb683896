package org.whitelane.chassis.inbox;

/** What becomes of a record by its version alone. */
enum Verdict {
    APPLY,
    DUPLICATE,
    WAIT;

    /**
     * @param last the version applied last, 0 before the first
     * @param blocked whether a failed record stands at the head of the lane's queue
     */
    static Verdict of(long last, boolean blocked, long version) {
        if (version <= last) {
            return DUPLICATE;
        }
        return version == last + 1 && !blocked ? APPLY : WAIT;
    }
}
