package org.whitelane.chassis.observability;

import io.opentelemetry.api.trace.TracerProvider;

/** Traces for tests of the rooms next door. */
public final class TracesFixture {

    private TracesFixture() {}

    public static Traces of(TracerProvider spans) {
        return new Traces(spans.get("test"));
    }
}
