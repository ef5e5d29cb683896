package org.whitelane.localstack;

import java.io.IOException;

/** How one part is run. */
interface Runner {

    /** Begins a new run; the part need not be ready when this returns. */
    Process start() throws IOException;

    /** Asked again and again after {@link #start()}. */
    boolean ready();

    /** Told once when a run has become ready. */
    default void up(Process run) {}

    /**
     * After a run that ended before it was ready: whether another start leaves something out that
     * may have been the cause.
     */
    default boolean canDoWithLess() {
        return false;
    }

    /** Ends the run in an orderly way, or by force when it does not end. */
    void stop(Process run);
}
