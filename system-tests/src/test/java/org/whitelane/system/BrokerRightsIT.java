package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each regulator reads the topics granted and nothing else; no service writes another's. */
@Tag("slow")
@Order(2)
class BrokerRightsIT {

    private static final String CALENDAR = "whitelane.registry.calendar.v1";
    private static final String ENTRIES = "whitelane.whitelist.entry.v1";
    private static final String SUBSCRIPTIONS = "whitelane.notification.subscription.v1";

    @Test
    void everybodyDoesWhatWasGrantedAndNothingElse() throws Exception {
        var suite = SharedSuite.get().suite();
        assertThat(partitions(suite, "planner", CALENDAR)).isEqualTo(6);
        assertThat(partitions(suite, "regulator", ENTRIES)).isEqualTo(6);
        for (var refused :
                List.of(
                        Map.entry("planner", ENTRIES),
                        Map.entry("planner", SUBSCRIPTIONS),
                        Map.entry("regulator", SUBSCRIPTIONS))) {
            assertThatThrownBy(() -> partitions(suite, refused.getKey(), refused.getValue()))
                    .as("%s", refused)
                    .isInstanceOf(TopicAuthorizationException.class);
        }

        for (var reader : List.of("planner", "regulator")) {
            assertThatThrownBy(() -> write(suite, reader, ENTRIES))
                    .hasRootCauseInstanceOf(AuthorizationException.class);
        }
        for (var other : List.of("registry", "approval", "notification")) {
            assertThatThrownBy(() -> write(suite, other, ENTRIES))
                    .as(other)
                    .hasRootCauseInstanceOf(TopicAuthorizationException.class);
        }
        strangersGetNowhere(suite);
    }

    private static void strangersGetNowhere(Suite suite) {
        var stranger = KafkaClient.of(suite, "planner");
        stranger.computeIfPresent(
                "sasl.jaas.config", (_, login) -> login.toString().replace("planner", "customs"));
        assertThatThrownBy(() -> topics(stranger))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        var nobody = new HashMap<String, Object>();
        nobody.put("bootstrap.servers", stranger.get("bootstrap.servers"));
        nobody.put("default.api.timeout.ms", "5000");
        nobody.put("request.timeout.ms", "2000");
        assertThatThrownBy(() -> topics(nobody)).hasCauseInstanceOf(TimeoutException.class);
    }

    private static int partitions(Suite suite, String reader, String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        KafkaClient.of(suite, reader),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            return consumer.partitionsFor(topic).size();
        }
    }

    private static void write(Suite suite, String principal, String topic) throws Exception {
        var client = KafkaClient.of(suite, principal);
        try (var producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1}, new byte[] {1})).get();
        }
    }

    private static void topics(Map<String, Object> client) throws Exception {
        try (var admin = Admin.create(client)) {
            admin.listTopics().names().get();
        }
    }
}
