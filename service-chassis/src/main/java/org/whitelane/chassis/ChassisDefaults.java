package org.whitelane.chassis;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;

/**
 * Puts {@code chassis-defaults.properties} below everything else: a service or a deployment that
 * says otherwise wins.
 */
final class ChassisDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        var defaults = new HashMap<>(read().getSource());
        // Spring moves an application's own defaults to the very end: they must not lose to ours
        if (sources.get(DefaultPropertiesPropertySource.NAME) instanceof MapPropertySource own) {
            defaults.putAll(own.getSource());
        }
        DefaultPropertiesPropertySource.addOrMerge(defaults, sources);
    }

    private static ResourcePropertySource read() {
        try {
            return new ResourcePropertySource(new ClassPathResource("chassis-defaults.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
