package org.whitelane.chassis.idempotency;

import jakarta.servlet.http.HttpServletRequest;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.whitelane.chassis.security.Callers;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.RawBody;
import org.whitelane.chassis.web.Versioned;

import java.lang.reflect.UndeclaredThrowableException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Runs a creating method once per key: effect and answer are committed together or not at all, so
 * that after a crash a repeat finds either both or neither.
 */
final class OnceInterceptor implements MethodInterceptor {

    private final Supplier<Once> once;

    /**
     * @param once asked for at the first request: the proxies are made long before there is a
     *     database
     */
    OnceInterceptor(Supplier<Once> once) {
        this.once = once;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var request = attributes.getRequest();
        var method = invocation.getMethod();
        var rule =
                Objects.requireNonNull(
                        AnnotatedElementUtils.findMergedAnnotation(method, Idempotent.class));
        var parts = once.get();
        if (Keys.isDryRun(rule, request)) {
            return parts.transaction().execute(status -> dryRun(status, invocation));
        }
        var faults = Keys.faults(request);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        var secret = rule.secret();
        return parts.transaction()
                .execute(
                        status ->
                                answer(
                                        parts,
                                        request,
                                        Keys.sha256(RawBody.of(request)),
                                        secret,
                                        status,
                                        () -> effect(invocation)));
    }

    /** Whatever the method did, nothing of it stays; what it says is said with 200. */
    private static ResponseEntity<?> dryRun(
            TransactionStatus transaction, MethodInvocation invocation) {
        transaction.setRollbackOnly();
        var answer = effect(invocation);
        return answer.getStatusCode().is2xxSuccessful()
                ? ResponseEntity.ok(answer.getBody())
                : answer;
    }

    /**
     * @param digest of the body
     */
    static ResponseEntity<?> answer(
            Once parts,
            HttpServletRequest request,
            byte[] digest,
            boolean secret,
            TransactionStatus transaction,
            Supplier<ResponseEntity<?>> effect) {
        var scope = Keys.scope(Callers.current(), request, digest);
        if (!parts.answers().lock(scope)) {
            throw Problem.conflict(
                            "request-in-flight",
                            "The same request is being worked on; ask again for its answer.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        var known = parts.answers().find(scope);
        if (known.isPresent()) {
            return repeated(known.get(), digest);
        }
        var fresh = effect.get();
        if (!fresh.getStatusCode().is2xxSuccessful()) {
            transaction.setRollbackOnly();
            return fresh;
        }
        return stored(parts, scope, digest, secret, fresh);
    }

    /** Answers with the very bytes that a repeat will get. */
    private static ResponseEntity<?> stored(
            Once parts, byte[] scope, byte[] digest, boolean secret, ResponseEntity<?> fresh) {
        var body = fresh.getBody();
        var bytes = body == null ? new byte[0] : parts.mapper().writeValueAsBytes(body);
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
        parts.answers().store(scope, answer);
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
                    "This Idempotency-Key was used with another body; a new request needs a new"
                            + " key.",
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

    private static ResponseEntity<?> effect(MethodInvocation invocation) {
        if (proceed(invocation) instanceof ResponseEntity<?> answer) {
            return answer;
        }
        throw new IllegalStateException(invocation.getMethod() + " must return a ResponseEntity");
    }

    static @Nullable Object proceed(MethodInvocation invocation) {
        try {
            return invocation.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }
}
