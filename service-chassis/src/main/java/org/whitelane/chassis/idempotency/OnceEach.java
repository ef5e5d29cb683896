package org.whitelane.chassis.idempotency;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.whitelane.chassis.security.Callers;
import org.whitelane.chassis.web.Problem;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * {@link Idempotent} for each part of a request of many: the request's key and the part's place are
 * the key of the part. Each part is a transaction of its own.
 */
public final class OnceEach {

    private final Once parts;

    OnceEach(Once parts) {
        this.parts = parts;
    }

    /** Refuses a request without a key that can be used. */
    public static void requireKey(HttpServletRequest request) {
        var faults = Keys.faults(request);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /**
     * @param place of the part, from 0
     * @param part its bytes
     * @param effect what is to happen once; a {@link Problem} rolls it back and uses no key up
     * @return JSON: of the effect, or the very bytes of the first time
     */
    public byte[] answer(
            HttpServletRequest request, int place, byte[] part, Supplier<Object> effect) {
        var digest = Keys.sha256(part);
        var scope = Keys.scope(Callers.current(), request, digest, Integer.toString(place));
        var answer =
                parts.answer(
                        scope,
                        digest,
                        false,
                        () -> ResponseEntity.status(HttpStatus.CREATED).body(effect.get()));
        return (byte[]) Objects.requireNonNull(answer.getBody(), "a part has an answer");
    }
}
