package org.whitelane.client;

import org.jspecify.annotations.Nullable;

/**
 * The stream is not what it was or claims to be: the alarm of the reader's rule. Nothing after the
 * last good position was handled; find out with whitelane-verify what was done.
 */
public final class StreamBroken extends RuntimeException {

    StreamBroken(String message) {
        this(message, null);
    }

    StreamBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
