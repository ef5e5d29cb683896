package org.whitelane.chassis.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The trace this thread works for: journal and spans find it in the context, log lines have its ids
 * under their ECS names. Puts back what was there.
 */
public final class CurrentTrace implements AutoCloseable {

    private static final String TRACE_ID = "trace.id";
    private static final String SPAN_ID = "span.id";

    private final Scope scope;
    private final @Nullable String traceBefore = MDC.get(TRACE_ID);
    private final @Nullable String spanBefore = MDC.get(SPAN_ID);

    @SuppressWarnings("MustBeClosedChecker") // closed with this
    private CurrentTrace(Context context) {
        scope = context.makeCurrent();
        var ids = Span.fromContext(context).getSpanContext();
        put(TRACE_ID, ids.isValid() ? ids.getTraceId() : null);
        put(SPAN_ID, ids.isValid() ? ids.getSpanId() : null);
    }

    public static CurrentTrace enter(Context context) {
        return new CurrentTrace(context);
    }

    @Override
    public void close() {
        put(TRACE_ID, traceBefore);
        put(SPAN_ID, spanBefore);
        scope.close();
    }

    private static void put(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
