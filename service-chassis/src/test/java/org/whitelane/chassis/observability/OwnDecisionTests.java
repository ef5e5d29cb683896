package org.whitelane.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

import org.junit.jupiter.api.Test;

import java.util.List;

class OwnDecisionTests {

    /** The smallest there is: below every ratio's bound. */
    private static final String CHOSEN = "00000000000000000000000000000001";

    @Test
    void aStrangersFlagMakesUsNeitherRecordNorForget() {
        assertThat(sampled(Sampler.parentBased(Sampler.alwaysOff()), "01")).isFalse();
        assertThat(sampled(Sampler.parentBased(Sampler.alwaysOn()), "00")).isTrue();
    }

    @Test
    void aChosenTraceIdIsSampledNoMoreThanOthers() {
        var half = Sampler.parentBased(Sampler.traceIdRatioBased(0.5));

        int hits = 0;
        for (int i = 0; i < 1000; i++) {
            hits += sampled(half, "01") ? 1 : 0;
        }

        // a binomial count of 1,000 is within these bounds but for once in 10^35
        assertThat(hits).isBetween(300, 700);
    }

    @Test
    void whatWeBeganIsDecidedOnce() {
        var parent = Traces.context("00-" + CHOSEN + "-b7ad6b7169203331-01");
        var local =
                Span.wrap(
                        SpanContext.create(
                                CHOSEN,
                                "b7ad6b7169203331",
                                TraceFlags.getSampled(),
                                TraceState.getDefault()));
        var sampler = new OwnDecision(Sampler.parentBased(Sampler.alwaysOff()));

        assertThat(decision(sampler, parent.with(local)))
                .isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
    }

    private static boolean sampled(Sampler ours, String flags) {
        var parent = Traces.context("00-" + CHOSEN + "-b7ad6b7169203331-" + flags);
        return decision(new OwnDecision(ours), parent) == SamplingDecision.RECORD_AND_SAMPLE;
    }

    private static SamplingDecision decision(Sampler sampler, Context parent) {
        return sampler.shouldSample(
                        parent, CHOSEN, "GET", SpanKind.SERVER, Attributes.empty(), List.of())
                .getDecision();
    }
}
