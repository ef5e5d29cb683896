package org.whitelane.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.testing.Infra;
import org.whitelane.verify.TestStream.Signer;

import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A topic that others write to, and what is said of what they wrote. */
class TopicCheckTests {

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", Infra.bootstrapServers(), "max.request.size", 20_000_000);

    @TempDir private Path folder;
    private final TestStream stream = TestStream.of(30);
    private final Signer signer = new Signer();

    @BeforeEach
    void makeTheTopic() throws Exception {
        try (var admin = Admin.create(BROKER)) {
            if (admin.listTopics().names().get().contains(TestStream.NAME)) {
                admin.deleteTopics(List.of(TestStream.NAME)).all().get();
                while (admin.listTopics().names().get().contains(TestStream.NAME)) {
                    Thread.onSpinWait();
                }
            }
            var topic = new NewTopic(TestStream.NAME, 3, (short) 1);
            topic.configs(Map.of("max.message.bytes", "10000000"));
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    @Test
    void isWholeWhateverThePartitionsAndWithWhatCameTwice() throws Exception {
        send(stream.events);
        send(stream.events.subList(10, 15));
        check().holds("up to position 30", "; 5 records came again, as they may [topic");
    }

    @Test
    void oneThatIsMissingIsNamed() throws Exception {
        stream.events.remove(11);
        send(stream.events);
        check().isBroken(
                        "missing: position 12: after position 11, id id-0011 comes position 13, id"
                                + " id-0013 (partition");
    }

    @Test
    void aCutEndIsNamed() throws Exception {
        send(stream.events.subList(0, 20));
        check().isBroken("cut off: position 21 to 30", "checkpoint 1");
    }

    @Test
    void anAlteredCopyIsNamed() throws Exception {
        send(stream.events);
        var copy = new LinkedHashMap<>(stream.events.get(11));
        copy.put("data_base64", Base64.getEncoder().encodeToString("{}".getBytes(UTF_8)));
        send(List.of(copy));
        check().isBroken(
                        "forged: position",
                        "position 12 comes twice with different content, ids id-0012 and id-0012");
    }

    @Test
    void anAlteredOneIsNamed() throws Exception {
        stream.events.get(11).put("type", "other");
        send(stream.events);
        check().isBroken("altered: position 12, id id-0012 (partition");
    }

    @Test
    void whatIsNoEventAtAllIsNamed() throws Exception {
        send(stream.events);
        sendRaw(0, Map.of(), "{}".getBytes(UTF_8));
        check().isBroken("forged: position", "at partition 0, offset", "it has no specversion");
    }

    @Test
    void aVersionOfTheWireThatIsNotKnownIsNamed() throws Exception {
        send(stream.events);
        sendRaw(0, Map.of("specversion", "2.0"), "{}".getBytes(UTF_8));
        check().isBroken("forged: position", "its specversion must be 1.0, it is \"2.0\"");
    }

    private void sendRaw(int partition, Map<String, Object> attributes, byte @Nullable [] value) {
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(BROKER, bytes, bytes)) {
            var row = new ProducerRecord<>(TestStream.NAME, partition, "k".getBytes(UTF_8), value);
            attributes.forEach(
                    (name, text) ->
                            row.headers().add(header(name), text.toString().getBytes(UTF_8)));
            producer.send(row);
            producer.flush();
        }
    }

    private static String header(String name) {
        return name.equals("datacontenttype") ? "content-type" : "ce_" + name;
    }

    private void send(List<? extends Map<String, Object>> events) {
        for (var event : events) {
            var attributes = new LinkedHashMap<>(event);
            var data = Base64.getDecoder().decode(TestStream.text(attributes, "data_base64"));
            attributes.remove("data_base64");
            attributes.remove("leaf");
            sendRaw(
                    Math.floorMod(TestStream.text(event, "subject").hashCode(), 3),
                    attributes,
                    data);
        }
    }

    @Test
    void aRecordWithoutAValueOrOfFiveMegabytesIsNamed() throws Exception {
        send(stream.events.subList(0, 5));
        var attributes = new LinkedHashMap<>(stream.events.get(5));
        attributes.remove("data_base64");
        sendRaw(0, attributes, null);
        check().isBroken("forged: position", "it has no value");
        makeTheTopic();
        send(stream.events.subList(0, 5));
        sendRaw(0, attributes, new byte[5_000_000]);
        check().isBroken(
                        "forged: position",
                        "its value has 5000000 bytes, no entry has more than 921600");
    }

    private Program.Result check() throws Exception {
        var key = signer.writeKey(folder.resolve("key"));
        var checkpoint =
                signer.write(
                        folder.resolve("c"), signer.checkpoint(TestStream.of(30), 1, 30, null));
        return new Program()
                .run(
                        "check",
                        "--topic",
                        TestStream.NAME,
                        "--brokers",
                        Infra.bootstrapServers(),
                        "--key",
                        key,
                        "--checkpoint",
                        checkpoint);
    }
}
