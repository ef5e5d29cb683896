package org.whitelane.registry.token;

import org.jspecify.annotations.Nullable;

/**
 * The service cannot start: without the key file it can neither sign nor read what it signed with
 * before.
 */
final class KeyFileUnusable extends RuntimeException {

    KeyFileUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
