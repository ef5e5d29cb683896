package org.whitelane.verify;

import org.jspecify.annotations.Nullable;

/** Nothing can be said about the stream: what the user gave cannot be read, and why. */
final class Unusable extends RuntimeException {

    Unusable(String message) {
        this(message, null);
    }

    Unusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
