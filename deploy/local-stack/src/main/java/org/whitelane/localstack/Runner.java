package org.whitelane.localstack;

import java.io.IOException;

/** How one part is run. */
interface Runner {

    /** Begins a new run; the part need not be ready when this returns. */
    Process start() throws IOException;

    /** Asked again and again after {@link #start()}. */
    boolean ready();

    /** Ends the run in an orderly way, or by force when it does not end. */
    void stop(Process run);
}
