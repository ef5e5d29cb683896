package org.whitelane.chassis.observability;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

import java.util.List;

/**
 * Samples what a stranger began as if we had begun it: neither the flag nor a trace id that was
 * chosen to fall into the ratio makes us record.
 */
record OwnDecision(Sampler ours) implements Sampler {

    @Override
    public SamplingResult shouldSample(
            Context parent,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> links) {
        return Span.fromContext(parent).getSpanContext().isRemote()
                ? ours.shouldSample(
                        Context.root(),
                        IdGenerator.random().generateTraceId(),
                        name,
                        kind,
                        attributes,
                        links)
                : ours.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "OwnDecision{" + ours.getDescription() + "}";
    }
}
