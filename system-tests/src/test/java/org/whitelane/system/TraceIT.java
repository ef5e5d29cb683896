package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a subscriber and a regulator hold in their hands names the trace that the collector has. */
@Tag("slow")
@Order(1)
class TraceIT {

    private static final Pattern TRACE_OF_A_MAIL =
            Pattern.compile("(?mi)^X-Trace-Id: ([0-9a-f]{32})\\r?$");

    @Test
    void mailAndRecordNameTheTraceOfTheRequest() throws Exception {
        var suite = SharedSuite.get().suite();
        var collector = SharedSuite.get().collector();
        // spans leave in batches, a few seconds after the work
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .untilAsserted(() -> Traced.aBatchFromTheDoorToTheMail(collector.spans()));
        var trace = Traced.aBatchFromTheDoorToTheMail(collector.spans());

        assertThat(traceparents(suite, "whitelane.whitelist.batch.v1"))
                .singleElement()
                .asString()
                .startsWith("00-" + trace);
        assertThat(mailedTraces(suite)).contains(trace);
    }

    private static List<String> mailedTraces(Suite suite) throws Exception {
        var traces = new ArrayList<String>();
        for (var mail : new InboxReader(suite).raw()) {
            var header = TRACE_OF_A_MAIL.matcher(mail);
            assertThat(header.find()).as(mail).isTrue();
            traces.add(header.group(1));
        }
        return traces;
    }

    private static List<String> traceparents(Suite suite, String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        KafkaClient.of(suite, "regulator"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<String>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var header = record.headers().lastHeader("traceparent");
                    found.add(new String(header.value(), StandardCharsets.UTF_8));
                }
            }
            return found;
        }
    }
}
