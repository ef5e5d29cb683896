package org.whitelane.chassis.observability;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Logs, metrics and health come from Spring Boot with {@code chassis-defaults.properties}; the
 * correlation id and what becomes of traces are ours.
 */
@AutoConfiguration
public class ObservabilityAutoConfiguration {

    @Bean
    TraceExport traceExport(
            Environment environment,
            @Value("${whitelane.tracing.strangers:false}") boolean strangers) {
        return TraceExport.of(environment, strangers);
    }

    @Bean
    Traces traces(TraceExport export) {
        return new Traces(export.tracer());
    }

    /** Static: it is there before the beans it looks at. */
    @Bean
    static TracedDatabase tracedDatabase(Environment environment, ObjectProvider<Traces> traces) {
        return new TracedDatabase(environment, traces);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class OfRequests {

        @Bean
        FilterRegistrationBean<CorrelationFilter> correlationFilter() {
            var registration = new FilterRegistrationBean<>(new CorrelationFilter());
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }

        @Bean
        FilterRegistrationBean<TraceFilter> traceFilter(Traces traces) {
            var registration = new FilterRegistrationBean<>(new TraceFilter(traces));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
            return registration;
        }
    }
}
