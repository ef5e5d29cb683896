package org.whitelane.chassis.overload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.whitelane.chassis.web.BodyMemory;
import org.whitelane.chassis.web.ProblemWriter;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(OverloadSettings.class)
public class OverloadAutoConfiguration {

    /** After what costs nothing and answers for all, before everything that reads or checks. */
    private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 15;

    @Bean
    Places places(OverloadSettings settings) {
        return new Places(settings.requests(), settings.waiting(), settings.patience());
    }

    @Bean
    BodyMemory bodyMemory(OverloadSettings settings) {
        long heap = Runtime.getRuntime().maxMemory();
        return new BodyMemory(heap / 100 * settings.bodyMemoryPercent(), settings.patience());
    }

    @Bean
    FilterRegistrationBean<OverloadFilter> overloadFilter(
            Places places, BodyMemory memory, OverloadSettings settings, ProblemWriter problems) {
        var registration =
                new FilterRegistrationBean<>(
                        new OverloadFilter(places, memory, settings.bodyTime(), problems));
        registration.setOrder(EARLY);
        return registration;
    }

    @Bean
    MeterBinder overloadMetrics(Places places, BodyMemory memory) {
        return registry -> {
            Gauge.builder("whitelane.requests.active", places, Places::taken).register(registry);
            Gauge.builder("whitelane.requests.waiting", places, Places::waiting).register(registry);
            Gauge.builder("whitelane.bodies.memory", memory, BodyMemory::taken)
                    .baseUnit("bytes")
                    .register(registry);
        };
    }
}
