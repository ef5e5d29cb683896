package org.whitelane.chassis.idempotency;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.whitelane.chassis.web.Fault;

import java.util.List;
import java.util.function.Supplier;

/**
 * {@link Idempotent} for an operation that reads its body itself, because memory could not hold it:
 * whoever has read it says by a digest what it was.
 */
public final class OnceStreamed {

    private final Once parts;

    OnceStreamed(Once parts) {
        this.parts = parts;
    }

    /** What is wrong with the request's key. */
    public static List<Fault> faults(HttpServletRequest request) {
        return Keys.faults(request);
    }

    /**
     * @param same all that makes two requests with one key the same, such as the digest of the body
     * @param effect what is to happen once, in the transaction of its stored answer
     */
    public ResponseEntity<?> answer(
            HttpServletRequest request, byte[] same, Supplier<ResponseEntity<?>> effect) {
        return parts.answer(request, Keys.sha256(same), false, effect);
    }
}
