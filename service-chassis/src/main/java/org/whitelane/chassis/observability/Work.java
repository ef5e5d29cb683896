package org.whitelane.chassis.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

import org.jspecify.annotations.Nullable;

/**
 * A span that is this thread's current one until it is closed. It takes kinds of errors, never
 * their words: messages quote what people typed.
 */
public final class Work implements AutoCloseable {

    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private final Span span;
    private final CurrentTrace current;

    Work(Span span, Context parent) {
        this.span = span;
        this.current = CurrentTrace.enter(parent.with(span));
    }

    public @Nullable String traceparent() {
        return Traces.traceparent(span);
    }

    public void rename(String name) {
        span.updateName(name);
    }

    public <T> void set(AttributeKey<T> key, T value) {
        span.setAttribute(key, value);
    }

    /**
     * @param type a class or a code
     */
    public void fail(String type) {
        fail(span, type);
    }

    /** For spans that belong to no thread. */
    public static void fail(Span span, String type) {
        span.setAttribute(ERROR_TYPE, type);
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
        current.close();
        span.end();
    }
}
