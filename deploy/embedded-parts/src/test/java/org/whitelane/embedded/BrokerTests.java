package org.whitelane.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

class BrokerTests {

    private static final List<TopicSpec> TOPICS = List.of(new TopicSpec("notes.v1", 3));

    @TempDir Path dir;

    @Test
    void keepsTopicsAndRecordsAcrossARestart() throws Exception {
        int port = Ports.free();
        int controllerPort = Ports.free();
        try (var broker = Broker.start(dir, port, controllerPort, TOPICS)) {
            send(broker, "kept");
        }
        try (var broker = Broker.start(dir, port, controllerPort, TOPICS);
                var admin = Topics.admin(broker.bootstrapServers())) {
            assertThat(read(broker)).isEqualTo("kept");
            var description = admin.describeTopics(List.of("notes.v1")).allTopicNames();
            assertThat(description.get(120, TimeUnit.SECONDS))
                    .hasEntrySatisfying("notes.v1", it -> assertThat(it.partitions()).hasSize(3));
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, "notes.v1");
            assertThat(admin.describeConfigs(List.of(resource)).all().get(120, TimeUnit.SECONDS))
                    .hasEntrySatisfying(
                            resource,
                            it -> assertThat(it.get("retention.ms").value()).isEqualTo("-1"));
        }
    }

    private static void send(Broker broker, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>("notes.v1", 0, "key", value))
                    .get(120, TimeUnit.SECONDS);
        }
    }

    private static String read(Broker broker) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = new TopicPartition("notes.v1", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(120)).iterator().next().value();
        }
    }
}
