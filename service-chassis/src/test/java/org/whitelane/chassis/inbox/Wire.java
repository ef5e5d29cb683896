package org.whitelane.chassis.inbox;

import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.ApplicationContext;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;
import org.whitelane.testing.PatientWaiting;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The topic seen from outside the service. */
final class Wire implements AutoCloseable {

    static final Duration SOON = PatientWaiting.PATIENCE;

    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers",
                            Infra.bootstrapServers(),
                            "acks",
                            "all",
                            "linger.ms",
                            0),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());

    void send(List<Records> records) {
        records.forEach(r -> producer.send(r.toSend()));
        producer.flush();
    }

    void send(Records... records) {
        send(List.of(records));
    }

    static void awaitCaughtUp(ApplicationContext application) {
        var lag = application.getBean(InboxLag.class);
        var consumer = application.getBean(InboxConsumer.class);
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> lag.of(consumer) == 0);
    }

    /** Until this instance itself has handled so many. */
    static void awaitHandled(ApplicationContext application, int calls) {
        var effects = application.getBean(Effects.class);
        await().atMost(SOON).until(() -> effects.calls.get() >= calls);
    }

    /** As if nothing had ever been committed; the group must be empty. */
    static void rewind(String group) throws ExecutionException, InterruptedException {
        var beginning = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (int p = 0; p < Topic.PARTITIONS; p++) {
            beginning.put(new TopicPartition(Records.TOPIC, p), new OffsetAndMetadata(0));
        }
        try (var admin =
                Admin.create(
                        Map.<String, Object>of("bootstrap.servers", Infra.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(group, beginning).all().get();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
