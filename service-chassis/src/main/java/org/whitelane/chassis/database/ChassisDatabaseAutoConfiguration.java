package org.whitelane.chassis.database;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import java.util.Map;

/**
 * Migrates the chassis' tables before the service's, each with a history of its own, so that both
 * number their files freely. Every migration may use the placeholders {@code app}, {@code relay}
 * and {@code eraser}: the names of the roles.
 */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
@ConditionalOnProperty("whitelane.journal.relay.password")
public class ChassisDatabaseAutoConfiguration {

    private static final String LOCATION = "classpath:db/chassis";
    private static final String HISTORY = "flyway_chassis_history";

    @Bean
    FlywayConfigurationCustomizer whitelaneRoles(Environment environment) {
        var app = environment.getRequiredProperty("spring.datasource.username");
        var relay = environment.getRequiredProperty("whitelane.journal.relay.username");
        // the role exists even where no erasure credentials are configured
        var eraser =
                environment.getProperty(
                        "whitelane.journal.eraser.username",
                        relay.replaceFirst("_relay$", "_eraser"));
        return flyway ->
                flyway.placeholders(Map.of("app", app, "relay", relay, "eraser", eraser))
                        // the schema is not empty for whoever migrates second
                        .baselineOnMigrate(true)
                        .baselineVersion("0");
    }

    @Bean
    FlywayMigrationStrategy chassisFirst() {
        return service -> {
            Flyway.configure(service.getConfiguration().getClassLoader())
                    .configuration(service.getConfiguration())
                    .locations(LOCATION)
                    .table(HISTORY)
                    .load()
                    .migrate();
            service.migrate();
        };
    }
}
