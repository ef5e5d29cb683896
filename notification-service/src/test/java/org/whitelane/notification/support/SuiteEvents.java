package org.whitelane.notification.support;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.whitelane.events.ApprovalEvent.IndCorrected;
import org.whitelane.events.ApprovalEvent.IndRecorded;
import org.whitelane.events.ApprovalEvent.IndRevoked;
import org.whitelane.events.ApprovalEvent.Product;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.events.Correction.Supersedes;
import org.whitelane.events.EventAttributes;
import org.whitelane.events.EventCodec;
import org.whitelane.events.EventPayload;
import org.whitelane.events.EventTypes;
import org.whitelane.events.Placement;
import org.whitelane.events.Topic;
import org.whitelane.events.UuidV7;
import org.whitelane.testing.Infra;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Events as the other services publish them. */
public final class SuiteEvents {

    private SuiteEvents() {}

    /** An event that happened now; publishing it again is a redelivery. */
    public record Published(UUID id, Instant time, long version, EventPayload data) {

        public static Published now(long version, EventPayload data) {
            var now = Instant.now();
            return new Published(UuidV7.at(now), now, version, data);
        }
    }

    public static BatchPublished batch(String id, int number) {
        return new BatchPublished(
                id,
                "TJ-2022",
                "天津白名单",
                "Tianjin white list",
                number,
                "津市监药〔2022〕1号",
                "2022-11-18",
                2,
                2,
                List.of("e1", "e2"),
                "0".repeat(64),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static IndRecorded ind(String id, String sponsor) {
        return new IndRecorded(
                id, "CXSL2200037", "2022LP00550", product(sponsor), "APPROVED", null, null, null);
    }

    public static IndCorrected corrected(String id, String sponsor, Published old) {
        return new IndCorrected(
                id,
                "CXSL2200037",
                "2022LP00550",
                product(sponsor),
                "APPROVED",
                null,
                null,
                null,
                "申请人有误",
                "CDE",
                statement(old));
    }

    public static IndRevoked revoked(String id, Published old) {
        return new IndRevoked(id, "CXSL2200037", null, "由持有人撤回", "CDE", null, statement(old));
    }

    private static Product product(String sponsor) {
        return new Product(
                "某单抗", "An antibody", "10 mg", sponsor, "BIOLOGIC", "1", null, List.of("实体瘤"));
    }

    private static Supersedes statement(Published old) {
        return new Supersedes(
                old.id().toString(), EventTypes.typeOf(old.data().getClass()), old.version());
    }

    public static void publish(Published event) {
        publish(event, null);
    }

    public static void publish(Published event, @Nullable String traceparent) {
        var type = event.data().getClass();
        var attributes =
                new EventAttributes(
                        event.id().toString(),
                        EventTypes.typeOf(type),
                        "/whitelane/" + EventTypes.topicOf(type).context(),
                        event.data().subject(),
                        event.time().toString(),
                        EventTypes.dataSchemaOf(type),
                        EventAttributes.JSON,
                        event.version(),
                        "test",
                        null);
        var placement = new Placement(event.version(), "0".repeat(64), "0".repeat(64));
        var message =
                new ProducerRecord<>(
                        EventTypes.topicOf(type).topicName(),
                        event.data().subject().getBytes(StandardCharsets.UTF_8),
                        EventCodec.encode(event.data()));
        EventCodec.headers(attributes, placement, traceparent)
                .forEach((k, v) -> message.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
        send(message);
    }

    /** A batch that says it is one and is not: it is parked. */
    public static void publishGarbage(String batch) {
        var type = BatchPublished.class;
        var attributes =
                new EventAttributes(
                        UuidV7.at(Instant.now()).toString(),
                        EventTypes.typeOf(type),
                        "/whitelane/whitelist",
                        batch,
                        Instant.now().toString(),
                        EventTypes.dataSchemaOf(type),
                        EventAttributes.JSON,
                        1,
                        "test",
                        null);
        var message =
                new ProducerRecord<>(
                        EventTypes.topicOf(type).topicName(),
                        batch.getBytes(StandardCharsets.UTF_8),
                        "{".getBytes(StandardCharsets.UTF_8));
        EventCodec.headers(attributes, new Placement(1, "0".repeat(64), "0".repeat(64)), null)
                .forEach((k, v) -> message.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
        send(message);
    }

    private static void send(ProducerRecord<byte[], byte[]> message) {
        var settings = Map.<String, Object>of("bootstrap.servers", Infra.bootstrapServers());
        try (var producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** All of a topic, from its beginning to its present end. */
    public static List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", Infra.bootstrapServers());
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic.topicName()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
