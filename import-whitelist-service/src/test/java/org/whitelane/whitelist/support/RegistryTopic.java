package org.whitelane.whitelist.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.whitelane.events.EventAttributes;
import org.whitelane.events.EventCodec;
import org.whitelane.events.EventTypes;
import org.whitelane.events.Placement;
import org.whitelane.events.RegistryEvent;
import org.whitelane.events.UuidV7;
import org.whitelane.testing.Infra;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Writes what the registry would write, and nothing else of it. */
public final class RegistryTopic implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                    Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Infra.bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
    private final Map<String, Long> versions = new HashMap<>();
    private long position;

    /** Gives back the new organisation's id. */
    public String register(String nameZh, String type, String division) {
        var id = UUID.randomUUID().toString();
        send(new RegistryEvent.OrganisationRegistered(id, body(nameZh, type, division, "ACTIVE")));
        return id;
    }

    /** With a credit code of its own; the others share one. */
    public String register(String nameZh, String type, String division, String creditCode) {
        var id = UUID.randomUUID().toString();
        var usual = body(nameZh, type, division, "ACTIVE");
        send(
                new RegistryEvent.OrganisationRegistered(
                        id,
                        new RegistryEvent.Organisation(
                                creditCode,
                                usual.creditCodeCheck(),
                                usual.nameZh(),
                                usual.nameEn(),
                                usual.types(),
                                usual.registeredDivision(),
                                usual.pilotAreas(),
                                usual.status())));
        return id;
    }

    public void change(String id, String nameZh, String type, String division, String status) {
        send(new RegistryEvent.OrganisationChanged(id, body(nameZh, type, division, status)));
    }

    public void raise(String id, String flag, String kind) {
        send(new RegistryEvent.CreditFlagRaised(id, flag(flag, kind)));
    }

    public void lift(String id, String flag, String kind) {
        send(new RegistryEvent.CreditFlagLifted(id, flag(flag, kind)));
    }

    public void importCalendar(int year) {
        send(new RegistryEvent.CalendarImported(year, 1, "a test", List.of(), List.of()));
    }

    /** A version of the organisation that never comes. */
    public void lose(String id) {
        versions.merge(id, 1L, Long::sum);
    }

    /** A record of the organisation that cannot be read: the inbox parks it. */
    public void sendGarbage(String id) {
        var version = versions.merge(id, 1L, Long::sum);
        var type = EventTypes.typeOf(RegistryEvent.OrganisationChanged.class);
        send(
                EventTypes.topicOf(RegistryEvent.OrganisationChanged.class).topicName(),
                headers(type, "x", id, version),
                id,
                "{".getBytes(UTF_8));
    }

    public void send(RegistryEvent event) {
        var type = event.getClass().asSubclass(RegistryEvent.class);
        var version = versions.merge(event.subject(), 1L, Long::sum);
        var headers =
                headers(
                        EventTypes.typeOf(type),
                        EventTypes.dataSchemaOf(type),
                        event.subject(),
                        version);
        send(
                EventTypes.topicOf(type).topicName(),
                headers,
                event.subject(),
                EventCodec.encode(event));
    }

    private Map<String, String> headers(String type, String schema, String subject, long version) {
        var attributes =
                new EventAttributes(
                        UuidV7.at(Instant.now()).toString(),
                        type,
                        "/whitelane/registry",
                        subject,
                        Instant.now().toString(),
                        schema,
                        EventAttributes.JSON,
                        version,
                        null,
                        null);
        var hash = "0".repeat(64);
        return EventCodec.headers(attributes, new Placement(++position, hash, hash), null);
    }

    private void send(String topic, Map<String, String> headers, String key, byte[] value) {
        var message = new ProducerRecord<byte[], byte[]>(topic, key.getBytes(UTF_8), value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RegistryEvent.Organisation body(
            String nameZh, String type, String division, String status) {
        return new RegistryEvent.Organisation(
                "91350100M000100Y43",
                "PASS",
                nameZh,
                null,
                List.of(type),
                division,
                List.of(),
                status);
    }

    private static RegistryEvent.CreditFlag flag(String id, String kind) {
        return new RegistryEvent.CreditFlag(id, kind, "2026-01-01", null, "a test");
    }

    @Override
    public void close() {
        producer.close();
    }
}
