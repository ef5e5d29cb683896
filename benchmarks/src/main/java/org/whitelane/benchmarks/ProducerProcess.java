package org.whitelane.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.whitelane.events.EventAttributes;
import org.whitelane.events.EventCodec;
import org.whitelane.events.EventPayload;
import org.whitelane.events.EventTypes;
import org.whitelane.events.Placement;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The limit: Kafka's own producer, told to be as safe as the relay is, sending records of the same
 * size to a topic of the same shape.
 */
final class ProducerProcess {

    private static final String HASH = "0".repeat(64);

    private ProducerProcess() {}

    static void main(String[] args) throws IOException {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        args[0],
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0,
                        "compression.type",
                        "none");
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            SendingLoop.run(
                    event -> {
                        long now = System.nanoTime();
                        producer.send(
                                row(args[1], event),
                                (_, error) -> {
                                    if (error != null) {
                                        error.printStackTrace();
                                    }
                                });
                        return now;
                    });
        }
    }

    private static ProducerRecord<byte[], byte[]> row(String topic, EventPayload event) {
        var attributes =
                new EventAttributes(
                        UUID.randomUUID().toString(),
                        EventTypes.typeOf(event.getClass()),
                        "/whitelane/registry",
                        event.subject(),
                        Instant.now().toString(),
                        EventTypes.dataSchemaOf(event.getClass()),
                        EventAttributes.JSON,
                        1,
                        null,
                        null);
        var row =
                new ProducerRecord<>(
                        topic, event.subject().getBytes(UTF_8), EventCodec.encode(event));
        EventCodec.headers(attributes, new Placement(1, HASH, HASH), null)
                .forEach((name, value) -> row.headers().add(name, value.getBytes(UTF_8)));
        return row;
    }
}
