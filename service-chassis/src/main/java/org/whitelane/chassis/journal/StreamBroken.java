package org.whitelane.chassis.journal;

/** Sending cannot go on by itself: an operator has to look. */
final class StreamBroken extends RuntimeException {

    /** The topic knows more than the journal. */
    private final boolean behind;

    StreamBroken(String reason, boolean behind) {
        super(reason);
        this.behind = behind;
    }

    StreamBroken(String reason, Throwable cause) {
        super(reason, cause);
        this.behind = false;
    }

    boolean isBehind() {
        return behind;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
