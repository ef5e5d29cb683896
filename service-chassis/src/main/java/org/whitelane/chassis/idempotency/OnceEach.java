package org.whitelane.chassis.idempotency;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.security.Callers;
import org.whitelane.chassis.web.Problem;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.function.Supplier;

/**
 * {@link Idempotent} for each part of a request of many: the request's key and the part's place are
 * the key of the part. Each part is a transaction of its own.
 */
public final class OnceEach {

    private final TransactionTemplate transaction;
    private final Answers answers;
    private final JsonMapper mapper;

    OnceEach(TransactionTemplate transaction, Answers answers, JsonMapper mapper) {
        this.transaction = transaction;
        this.answers = answers;
        this.mapper = mapper;
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
        var scope =
                Keys.scope(Callers.current(), request, Keys.sha256(part), Integer.toString(place));
        byte @Nullable [] told =
                transaction.execute(_ -> inTransaction(scope, Keys.sha256(part), effect));
        if (told == null) {
            throw new IllegalStateException("a part has an answer");
        }
        return told;
    }

    private byte[] inTransaction(byte[] scope, byte[] digest, Supplier<Object> effect) {
        if (!answers.lock(scope)) {
            throw Once.inFlight();
        }
        var known = answers.find(scope);
        if (known.isPresent()) {
            return repeated(known.get(), digest);
        }
        var bytes = mapper.writeValueAsBytes(effect.get());
        answers.store(scope, new Answer(digest, 201, null, null, bytes, false));
        return bytes;
    }

    private static byte[] repeated(Answer known, byte[] digest) {
        var body = known.body();
        if (body == null || !java.security.MessageDigest.isEqual(known.request(), digest)) {
            throw Problem.refused(
                    "idempotency-key-reused",
                    "This Idempotency-Key was used with another text in this place; a new request"
                            + " needs a new key.",
                    List.of());
        }
        return body;
    }
}
