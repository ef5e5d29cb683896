package org.whitelane.chassis.inbox;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.embedded.Database;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A service that has nothing but a consumer, whose effects can be counted and whose handler can be
 * made to fail.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class InboxTestApplication {

    @Bean
    Effects effects(JdbcClient jdbc) {
        return new Effects(jdbc);
    }

    @Bean
    InboxConsumer consumer(
            @Value("${test.consumer}") String name,
            @Value("${test.projection:false}") boolean projection,
            Effects effects) {
        return projection
                ? InboxConsumer.projection(name, Set.of(Topic.SUBSCRIPTION), effects, effects)
                : InboxConsumer.effect(name, Set.of(Topic.SUBSCRIPTION), effects);
    }

    static ConfigurableApplicationContext start(Database database, String consumer) {
        return start(database, consumer, Map.of());
    }

    /** The web server only where a port is asked for. */
    static ConfigurableApplicationContext start(
            Database database, String consumer, Map<String, String> more) {
        var properties = new HashMap<>(Infra.properties(database));
        properties.put("spring.flyway.locations", "classpath:db/inbox-test");
        properties.put("spring.kafka.bootstrap-servers", Infra.bootstrapServers());
        properties.put("whitelane.service", "notification");
        properties.put("whitelane.api-path", "notification");
        properties.put("test.consumer", consumer);
        properties.put("whitelane.inbox.try-back-off", "10ms");
        properties.put("whitelane.inbox.pause-max", "1s");
        properties.put("whitelane.inbox.watch-interval", "500ms");
        properties.put("spring.datasource.hikari.connection-timeout", "1000");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        properties.put("logging.level.root", "warn");
        properties.put("logging.level.org.apache.kafka", "error");
        properties.putAll(Infra.issuer().properties());
        properties.putAll(more);
        boolean web = more.containsKey("server.port");
        return new SpringApplicationBuilder(InboxTestApplication.class)
                .web(web ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .properties(new HashMap<>(properties))
                .run();
    }
}
