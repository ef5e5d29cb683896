package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.sdk.trace.SdkTracerProvider;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whitelane.chassis.observability.TracesFixture;
import org.whitelane.events.Chain;
import org.whitelane.events.EventAttributes;
import org.whitelane.events.Topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a leader sends again after another one has sent it, each with a span of its own. */
class ResendTests {

    private static final String TOPIC = Topic.SUBSCRIPTION.topicName();
    private static final String STORED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void differsInNothingButTheSpanThatSentIt() throws Exception {
        try (var sdk = SdkTracerProvider.builder().build();
                var kafka =
                        new MockProducer<>(
                                true, null, new ByteArraySerializer(), new ByteArraySerializer());
                var producer =
                        new StreamProducer(
                                kafka,
                                TOPIC,
                                new SendSpans(TracesFixture.of(sdk), TOPIC),
                                Duration.ofMinutes(1))) {
            producer.send(List.of(link()));
            producer.send(List.of(link()));

            var first = headers(kafka.history().getFirst());
            var second = headers(kafka.history().getLast());
            var one = first.remove("traceparent");
            var other = second.remove("traceparent");
            assertThat(one).isNotEqualTo(other).startsWith(STORED.substring(0, 36));
            assertThat(other).startsWith(STORED.substring(0, 36));
            assertThat(second).isEqualTo(first).containsKeys("ce_chainhash", "ce_position");
            assertThat(kafka.history().getLast().value())
                    .isEqualTo(kafka.history().getFirst().value());
        }
    }

    /** What a broker does that lost count of an idempotent producer's records. */
    @Test
    void isLeftToAnotherProducerWhenNothingIsAcknowledged() {
        try (var sdk = SdkTracerProvider.builder().build();
                var kafka =
                        new MockProducer<>(
                                false, null, new ByteArraySerializer(), new ByteArraySerializer());
                var producer =
                        new StreamProducer(
                                kafka,
                                TOPIC,
                                new SendSpans(TracesFixture.of(sdk), TOPIC),
                                Duration.ofMillis(50))) {
            assertThatThrownBy(() -> producer.send(List.of(link())))
                    .isInstanceOf(RetriableException.class)
                    .hasMessageContaining("nothing was acknowledged");
        }
    }

    private static Link link() {
        var attributes =
                new EventAttributes(
                        "0191f0aa-1111-7222-8333-944445555666",
                        "org.whitelane.notification.subscription-confirmed.v1",
                        "/whitelane/notification",
                        "subscription-1",
                        "2026-01-05T00:00:00.000Z",
                        "https://whitelane.org/schema/any",
                        EventAttributes.JSON,
                        1,
                        "correlation-1",
                        null);
        var entry =
                new StoredEntry(
                        1,
                        TOPIC,
                        attributes,
                        STORED,
                        "{}".getBytes(StandardCharsets.UTF_8),
                        Chain.privateDigest(new byte[32], new byte[0]));
        return new Link(1, entry.leaf(), new byte[32], entry);
    }

    private static Map<String, @Nullable String> headers(ProducerRecord<byte[], byte[]> record) {
        var headers = new TreeMap<String, @Nullable String>();
        record.headers()
                .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
