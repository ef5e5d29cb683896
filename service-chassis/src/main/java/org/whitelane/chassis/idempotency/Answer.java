package org.whitelane.chassis.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What was answered the first time.
 *
 * @param request SHA-256 of the raw body
 * @param body null if it carried a secret
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Answer(
        byte[] request,
        int status,
        @Nullable String location,
        @Nullable String etag,
        byte @Nullable [] body,
        boolean secret) {}
