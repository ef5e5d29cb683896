package org.whitelane.chassis.observability;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.inbox.InboxConsumer;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.chassis.security.PublicPaths;
import org.whitelane.events.NotificationEvent.SubscriptionConfirmed;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A service that journals what it is told, and listens to its own topic. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TraceApp.Notes.class)
class TraceApp {

    private static final Logger LOG = LoggerFactory.getLogger(TraceApp.class);

    /** By subject, the trace in which the handler ran; empty for none. */
    record Handled(Map<String, String> traces) {}

    @Bean
    PublicPaths notesAreForEverybody() {
        return PublicPaths.of("POST /notes/**");
    }

    @Bean
    Handled handled() {
        return new Handled(new ConcurrentHashMap<>());
    }

    @Bean
    InboxConsumer consumer(Handled handled) {
        return InboxConsumer.effect(
                "traced",
                Set.of(Topic.SUBSCRIPTION),
                event -> {
                    LOG.info("handled {}", event.data().subject());
                    handled.traces().put(event.data().subject(), orEmpty(Traces.current()));
                });
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @RestController
    static class Notes {

        private final Journal journal;

        Notes(Journal journal) {
            this.journal = journal;
        }

        @PostMapping("/notes/{id}")
        @Transactional
        public void note(@PathVariable String id) {
            journal.append(new SubscriptionConfirmed(id, "en"), PrivatePart.by("a test"));
        }
    }

    /** On a fresh database and topics. */
    static ServletWebServerApplicationContext start(Map<String, String> more) {
        Infra.recreateTopics();
        var database = Infra.freshDatabase("traced");
        var properties = new HashMap<String, Object>(Infra.properties(database));
        properties.putAll(Infra.issuer().properties());
        properties.put("server.port", "0");
        properties.put("spring.application.name", "traced-service");
        properties.put("spring.kafka.bootstrap-servers", Infra.bootstrapServers());
        properties.put("whitelane.service", "notification");
        properties.put("whitelane.api-path", "notification");
        properties.put("logging.level.root", "warn");
        properties.put("logging.level.org.whitelane", "info");
        properties.putAll(more);
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(TraceApp.class).properties(properties).run();
    }
}
