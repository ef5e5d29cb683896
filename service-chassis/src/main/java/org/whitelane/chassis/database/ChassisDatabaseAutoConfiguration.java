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
 * number their files freely. Every migration may use the placeholders {@code app}, {@code relay},
 * {@code eraser} and {@code auditor}: the names of the roles.
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
        var eraser = role("eraser", relay, environment);
        var auditor = role("auditor", relay, environment);
        return flyway ->
                flyway.placeholders(
                                Map.of(
                                        "app", app, "relay", relay, "eraser", eraser, "auditor",
                                        auditor))
                        // the schema is not empty for whoever migrates second
                        .baselineOnMigrate(true)
                        .baselineVersion("0");
    }

    /** The role exists even where its credentials are not configured. */
    private static String role(String name, String relay, Environment environment) {
        return environment.getProperty(
                "whitelane.journal." + name + ".username",
                relay.replaceFirst("_relay$", "_" + name));
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
