package org.whitelane.chassis.observability;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Begins and continues traces. Where nobody collects spans it begins none, and passes on what came
 * in: the traces of others hold all the same.
 */
public final class Traces {

    /** W3C: of HTTP requests, of Kafka records, of stored rows. */
    public static final String HEADER = "traceparent";

    private static final TextMapGetter<String> ALONE = new Alone();

    private final Tracer tracer;

    Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** What work continues that is caused from there; nothing for what is missing or malformed. */
    public static Context context(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), traceparent, ALONE);
    }

    /** For those who continue this span, or null when there is no trace. */
    public static @Nullable String traceparent(Span span) {
        var written = new String[1];
        W3CTraceContextPropagator.getInstance()
                .inject(
                        Context.root().with(span),
                        written,
                        (carrier, name, value) -> {
                            if (carrier != null && name.equals(HEADER)) {
                                carrier[0] = value;
                            }
                        });
        return written[0];
    }

    /** The traceparent of the work this thread is at. */
    public static @Nullable String current() {
        return traceparent(Span.current());
    }

    /** Ended by its owner, on whatever thread; see {@link #begin} for work on this one. */
    public Span start(String name, SpanKind kind, Context parent, Attributes attributes) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
                .setAllAttributes(attributes)
                .startSpan();
    }

    /** Work of this thread until it is closed. */
    public Work begin(String name, SpanKind kind, Context parent, Attributes attributes) {
        return new Work(start(name, kind, parent, attributes), parent);
    }

    /** Without tracestate: what others wrote for their own tools is not ours to carry. */
    private static final class Alone implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(HEADER) ? carrier : null;
        }
    }
}
