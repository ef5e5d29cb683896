package org.whitelane.chassis.idempotency;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.security.Callers;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.Versioned;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One effect per key: effect and answer are committed together or not at all, so that after a crash
 * a repeat finds either both or neither.
 */
record Once(TransactionTemplate transaction, Answers answers, JsonMapper mapper) {

    /**
     * @param digest of all that makes two requests with one key the same
     * @param secret the answer carries one and is not kept
     * @param effect what is to happen once; what it answers but 2xx is not kept, nor is the effect
     */
    ResponseEntity<?> answer(
            HttpServletRequest request,
            byte[] digest,
            boolean secret,
            Supplier<ResponseEntity<?>> effect) {
        return answer(Keys.scope(Callers.current(), request, digest), digest, secret, effect);
    }

    ResponseEntity<?> answer(
            byte[] scope, byte[] digest, boolean secret, Supplier<ResponseEntity<?>> effect) {
        return Objects.requireNonNull(
                transaction.execute(status -> answer(status, scope, digest, secret, effect)),
                "there is always an answer");
    }

    private ResponseEntity<?> answer(
            TransactionStatus status,
            byte[] scope,
            byte[] digest,
            boolean secret,
            Supplier<ResponseEntity<?>> effect) {
        if (!answers.lock(scope)) {
            throw inFlight();
        }
        var known = answers.find(scope);
        if (known.isPresent()) {
            return repeated(known.get(), digest);
        }
        var fresh = effect.get();
        if (!fresh.getStatusCode().is2xxSuccessful()) {
            status.setRollbackOnly();
            return fresh;
        }
        return stored(scope, digest, secret, fresh);
    }

    private static Problem inFlight() {
        return Problem.conflict(
                        "request-in-flight",
                        "The same request is being worked on; ask again for its answer.")
                .retryAfter(Duration.ofSeconds(1));
    }

    /** Answers with the very bytes that a repeat will get. */
    private ResponseEntity<?> stored(
            byte[] scope, byte[] digest, boolean secret, ResponseEntity<?> fresh) {
        var body = fresh.getBody();
        var bytes = body == null ? new byte[0] : mapper.writeValueAsBytes(body);
        var location = fresh.getHeaders().getLocation();
        var etag = body instanceof Versioned shown ? shown.entityTag() : null;
        var answer =
                new Answer(
                        digest,
                        fresh.getStatusCode().value(),
                        location == null ? null : location.toString(),
                        etag,
                        secret ? null : bytes,
                        secret);
        answers.store(scope, answer);
        return ResponseEntity.status(fresh.getStatusCode())
                .headers(fresh.getHeaders())
                .headers(headers -> headers.setETag(etag))
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes);
    }

    private static ResponseEntity<?> repeated(Answer known, byte[] digest) {
        if (!MessageDigest.isEqual(known.request(), digest)) {
            throw Problem.refused(
                    "idempotency-key-reused",
                    "This Idempotency-Key was used with another body or query; a new request needs"
                            + " a new key.",
                    List.of());
        }
        if (known.secret()) {
            throw Problem.conflict(
                    "secret-already-shown",
                    "This was done; its answer carried a secret, which is shown once and kept"
                            + " nowhere.");
        }
        var answer = ResponseEntity.status(known.status()).header("Idempotent-Replayed", "true");
        if (known.location() != null) {
            answer.location(URI.create(known.location()));
        }
        return answer.headers(headers -> headers.setETag(known.etag()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(known.body());
    }
}
