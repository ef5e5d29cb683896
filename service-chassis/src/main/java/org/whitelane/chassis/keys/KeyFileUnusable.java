package org.whitelane.chassis.keys;

import org.jspecify.annotations.Nullable;

/**
 * Without the key file the service can neither sign nor read what it signed with before: it does
 * not start, or does not exchange the file.
 */
public final class KeyFileUnusable extends RuntimeException {

    KeyFileUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
