package org.whitelane.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A superuser of the broker copies a topic and changes something on the way; the regulator may read
 * the copies. The topic itself stays what it is.
 */
final class Forgery {

    private static final int PARTITIONS = 6;

    private final Map<String, Object> administrator;
    private final Rows original;

    /**
     * @param changes applied before it is written
     */
    record Copy(String topic, Consumer<Rows> changes) {}

    /** A topic's records by position. */
    static final class Rows {

        private final TreeMap<Long, ProducerRecord<byte[], byte[]>> byPosition = new TreeMap<>();

        void value(long position, UnaryOperator<String> change) {
            var row = at(position);
            var text = change.apply(new String(row.value(), UTF_8));
            byPosition.put(position, copy(row.topic(), row, text.getBytes(UTF_8)));
        }

        void header(long position, String name, String text) {
            var headers = at(position).headers();
            headers.remove(name).add(name, text.getBytes(UTF_8));
        }

        void remove(long position) {
            byPosition.remove(position);
        }

        private ProducerRecord<byte[], byte[]> at(long position) {
            return Objects.requireNonNull(byPosition.get(position));
        }

        long last() {
            return byPosition.lastKey();
        }
    }

    Forgery(Suite suite, String topic) {
        administrator = KafkaClient.of(suite, "administrator");
        original = read(topic);
    }

    String id(long position) {
        return header(original.at(position), "ce_id");
    }

    long last() {
        return original.last();
    }

    void make(List<Copy> copies) throws Exception {
        try (var admin = Admin.create(administrator)) {
            admin.createTopics(
                            copies.stream()
                                    .map(c -> new NewTopic(c.topic(), PARTITIONS, (short) 1))
                                    .toList())
                    .all()
                    .get();
            admin.createAcls(copies.stream().map(c -> readableByTheRegulator(c.topic())).toList())
                    .all()
                    .get();
        }
        try (var producer =
                new KafkaProducer<>(
                        administrator, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent =
                    copies.stream()
                            .flatMap(copy -> changed(copy).byPosition.values().stream())
                            .map(producer::send)
                            .toList();
            for (var one : sent) {
                one.get();
            }
        }
    }

    private Rows changed(Copy copy) {
        var rows = new Rows();
        original.byPosition.forEach(
                (position, row) ->
                        rows.byPosition.put(position, copy(copy.topic(), row, row.value())));
        copy.changes().accept(rows);
        return rows;
    }

    private static ProducerRecord<byte[], byte[]> copy(
            String topic, ProducerRecord<byte[], byte[]> row, byte[] value) {
        return new ProducerRecord<>(topic, row.partition(), row.key(), value, row.headers());
    }

    private static AclBinding readableByTheRegulator(String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry(
                        "User:regulator", "*", AclOperation.READ, AclPermissionType.ALLOW));
    }

    private Rows read(String topic) {
        var rows = new Rows();
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(administrator, bytes, bytes)) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var row : consumer.poll(Duration.ofMillis(200))) {
                    var kept =
                            new ProducerRecord<>(
                                    topic, row.partition(), row.key(), row.value(), row.headers());
                    rows.byPosition.put(Long.parseLong(header(kept, "ce_position")), kept);
                }
            }
        }
        return rows;
    }

    private static String header(ProducerRecord<byte[], byte[]> row, String name) {
        return Optional.ofNullable(row.headers().lastHeader(name))
                .map(header -> new String(header.value(), UTF_8))
                .orElseThrow();
    }
}
