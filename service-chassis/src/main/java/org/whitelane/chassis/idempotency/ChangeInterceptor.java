package org.whitelane.chassis.idempotency;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.whitelane.chassis.web.Problem;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Runs a change of an existing aggregate once per key, where the caller sends one: whoever lost the
 * answer asks again and gets it, instead of a refusal of what is done already. Effect and answer
 * are committed together, as with {@link Idempotent}. Without a key nothing is kept.
 */
final class ChangeInterceptor implements MethodInterceptor {

    private final Supplier<Once> once;

    /**
     * @param once asked for at the first request: the proxies are made long before there is a
     *     database
     */
    ChangeInterceptor(Supplier<Once> once) {
        this.once = once;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        var exchange = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var request = exchange.getRequest();
        if (!Keys.isForChange(request)) {
            return invocation.proceed();
        }
        var faults = Keys.faults(request);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        var digest = Keys.digest(request);
        var answer = once.get().answer(request, digest, false, () -> view(invocation));
        write(answer, exchange);
        return null; // the method's own type has no room for the bytes of the first time
    }

    private static ResponseEntity<?> view(MethodInvocation invocation) {
        return ResponseEntity.ok(OnceInterceptor.proceed(invocation));
    }

    private static void write(ResponseEntity<?> answer, ServletRequestAttributes exchange)
            throws IOException {
        var servlet = Objects.requireNonNull(exchange.getResponse(), "this is a servlet's request");
        var response = new ServletServerHttpResponse(servlet);
        var bytes =
                (byte[]) Objects.requireNonNull(answer.getBody(), "a change shows what it made");
        response.setStatusCode(answer.getStatusCode());
        response.getHeaders().putAll(answer.getHeaders());
        response.getHeaders().setContentLength(bytes.length);
        response.getBody().write(bytes);
    }
}
