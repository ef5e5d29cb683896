package org.whitelane.chassis.inbox;

/** How far a rebuild has come. */
enum RebuildState {
    /** Reads its topics from the beginning; nothing is decided by it. */
    READING,
    /** Whole; whoever decided by it is told to look again. */
    LOOKING_AGAIN,
    DONE
}
