package org.whitelane.chassis.observability;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans to whoever the standard variables of OpenTelemetry name ({@code
 * OTEL_EXPORTER_OTLP_ENDPOINT} and its kin); without an endpoint there is no exporter, no thread
 * and none of the SDK's classes. Telemetry never keeps a service from starting, working or ending.
 */
final class TraceExport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TraceExport.class);
    private static final String SCOPE = "org.whitelane";

    /** Seconds that a collector who does not answer may hold up an orderly stop. */
    private static final int LAST_BATCH = 2;

    private final @Nullable OpenTelemetrySdk sdk;

    private TraceExport(@Nullable OpenTelemetrySdk sdk) {
        this.sdk = sdk;
    }

    /**
     * @param strangers whether callers are, so that what they say about sampling is not obeyed
     */
    static TraceExport of(Environment environment, boolean strangers) {
        if (!wanted(environment)) {
            return new TraceExport(null);
        }
        try {
            return new TraceExport(sdk(environment, strangers));
        } catch (RuntimeException e) {
            LOG.error("traces are not exported: {}", e.getMessage());
            return new TraceExport(null);
        }
    }

    Tracer tracer() {
        return sdk == null ? TracerProvider.noop().get(SCOPE) : sdk.getTracer(SCOPE);
    }

    static boolean wanted(Environment environment) {
        return (StringUtils.hasText(environment.getProperty("otel.exporter.otlp.endpoint"))
                        || StringUtils.hasText(
                                environment.getProperty("otel.exporter.otlp.traces.endpoint")))
                && !"none".equals(environment.getProperty("otel.traces.exporter"))
                && !environment.getProperty("otel.sdk.disabled", Boolean.class, false);
    }

    private static OpenTelemetrySdk sdk(Environment environment, boolean strangers) {
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> properties(environment))
                .addSamplerCustomizer(
                        (sampler, _) -> strangers ? new OwnDecision(sampler) : sampler)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    /** What the variables say, over defaults that fit this suite. */
    private static Map<String, String> properties(Environment environment) {
        var properties = new HashMap<String, String>();
        properties.put(
                "otel.service.name", environment.getProperty("spring.application.name", SCOPE));
        properties.put("otel.exporter.otlp.protocol", "http/protobuf");
        // metrics are scraped, logs are collected from the console
        properties.put("otel.metrics.exporter", "none");
        properties.put("otel.logs.exporter", "none");
        Binder.get(environment)
                .bind("otel", Bindable.mapOf(String.class, String.class))
                .ifBound(
                        set -> set.forEach((name, value) -> properties.put("otel." + name, value)));
        return properties;
    }

    @Override
    public void close() {
        if (sdk != null) {
            sdk.getSdkTracerProvider().shutdown().join(LAST_BATCH, TimeUnit.SECONDS);
        }
    }
}
