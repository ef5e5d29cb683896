package org.whitelane.chassis.idempotency;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.whitelane.chassis.web.Problem;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Objects;
import java.util.function.Supplier;

/** Runs a creating method once per key. */
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
        return parts.answer(request, Keys.digest(request), rule.secret(), () -> effect(invocation));
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
