package org.whitelane.whitelist.replacement;

/** What one small transaction did. */
enum Step {
    DONE,
    NOTHING_LEFT,
    /** Another instance is at it. */
    BUSY,
    /** The registry has not told us of the unit yet; the others go on. */
    WAITS
}
