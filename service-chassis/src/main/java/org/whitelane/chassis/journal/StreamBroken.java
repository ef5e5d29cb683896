package org.whitelane.chassis.journal;

/** Sending cannot go on by itself: an operator has to look. */
final class StreamBroken extends RuntimeException {

    StreamBroken(String reason) {
        super(reason);
    }

    StreamBroken(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
