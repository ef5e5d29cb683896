package org.whitelane.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;
import org.whitelane.testing.PatientWaiting;
import org.whitelane.testing.TraceReceiver;
import org.whitelane.testing.TraceReceiver.Mood;
import org.whitelane.testing.TraceReceiver.Received;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** On real HTTP, PostgreSQL and Kafka. */
@ExtendWith(OutputCaptureExtension.class)
class TraceTests {

    private static final String TOPIC = Topic.SUBSCRIPTION.topicName();
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String THEIRS = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void oneTraceHoldsRequestSendAndProcessing(CapturedOutput output) throws Exception {
        try (var receiver = new TraceReceiver();
                var app = TraceApp.start(exportingTo(receiver.endpoint()))) {
            var id = UUID.randomUUID().toString();
            assertThat(post(app, "/notes/" + id + "?token=secret", THEIRS)).isEqualTo(200);

            awaitHandled(app, id);
            await().until(
                            () ->
                                    kinds(receiver)
                                            .containsAll(Set.of("SERVER", "PRODUCER", "CONSUMER")));

            var server = only(receiver, "SERVER");
            var send = only(receiver, "PRODUCER");
            var process = only(receiver, "CONSUMER");
            assertThat(server.parent()).isEqualTo("b7ad6b7169203331");
            assertThat(send.parent()).isEqualTo(server.id());
            assertThat(process.parent()).isEqualTo(send.id());
            assertThat(List.of(server, send, process))
                    .allMatch(span -> span.service().equals("traced-service") && !span.error());
            assertThat(server.name()).isEqualTo("POST /notes/{id}");
            assertThat(server.attributes())
                    .containsOnlyKeys(
                            "http.request.method",
                            "http.response.status_code",
                            "http.route",
                            "url.scheme");
            assertThat(send.name()).isEqualTo("send " + TOPIC);
            assertThat(send.attributes())
                    .containsEntry("messaging.system", "kafka")
                    .containsEntry("messaging.operation.type", "send")
                    .containsEntry("messaging.destination.name", TOPIC)
                    .containsKeys("messaging.message.id", "messaging.kafka.offset");
            assertThat(process.attributes())
                    .containsEntry("messaging.operation.type", "process")
                    .containsEntry("messaging.consumer.group.name", "notification.traced")
                    .containsEntry(
                            "messaging.message.id", send.attributes().get("messaging.message.id"));
            assertThat(header(id)).isEqualTo("00-" + TRACE + "-" + send.id() + "-01");
            assertThat(receiver.spans().toString()).doesNotContain("secret", id);
            everyStatementOfTheRequestHasASpan(receiver, server);
            assertThat(output.getOut().lines())
                    .anySatisfy(
                            line ->
                                    assertThat(line)
                                            .contains("handled " + id)
                                            .containsPattern(
                                                    "\"trace\":\\{\"id\":\"" + TRACE + "\"")
                                            .contains("\"correlationId\":"));
        }
    }

    private static List<String> kinds(TraceReceiver receiver) {
        return receiver.spansOf(TRACE).stream().map(Received::kind).toList();
    }

    private static void everyStatementOfTheRequestHasASpan(
            TraceReceiver receiver, Received server) {
        var statements =
                receiver.spansOf(TRACE).stream().filter(s -> s.kind().equals("CLIENT")).toList();
        assertThat(statements).extracting(Received::name).contains("WITH journal_aggregate");
        assertThat(statements)
                .allMatch(span -> span.parent().equals(server.id()) && !span.error())
                .allSatisfy(
                        span ->
                                assertThat(span.attributes())
                                        .containsEntry("db.system.name", "postgresql")
                                        .containsKeys("db.operation.name", "db.query.text"));
        assertThat(receiver.spans())
                .as("no trace begins with a statement: polls in the background have none")
                .noneMatch(
                        s -> s.attributes().containsKey("db.query.text") && s.parent().isEmpty());
    }

    @Test
    @Tag("slow")
    void withoutEndpointPassesOnTheTracesOfOthersAndIsSilent(CapturedOutput output)
            throws Exception {
        var threadsBefore = exportThreads();
        try (var app = TraceApp.start(Map.of("otel.exporter.otlp.endpoint", ""))) {
            var traced = UUID.randomUUID().toString();
            var untraced = UUID.randomUUID().toString();
            var malformed = UUID.randomUUID().toString();
            post(app, "/notes/" + traced, THEIRS);
            post(app, "/notes/" + untraced, null);
            post(app, "/notes/" + malformed, "00-" + "0".repeat(32) + "-b7ad6b7169203331-01");

            awaitHandled(app, traced);
            awaitHandled(app, untraced);
            awaitHandled(app, malformed);
            assertThat(app.getBean(TraceApp.Handled.class).traces())
                    .containsEntry(traced, THEIRS)
                    .containsEntry(untraced, "")
                    .containsEntry(malformed, "");
            assertThat(header(traced)).isEqualTo(THEIRS);
            assertThat(header(untraced)).isNull();
            assertThat(exportThreads()).isEqualTo(threadsBefore);
            assertThat(output.getAll()).doesNotContainIgnoringCase("opentelemetry");
        }
    }

    @Test
    @Tag("slow")
    void aCollectorOutOfOrderBreaksNothingAndIsComplainedOfRarely(CapturedOutput output)
            throws Exception {
        try (var receiver = new TraceReceiver();
                var app = TraceApp.start(exportingTo(receiver.endpoint()))) {
            receiver.turn(Mood.REFUSING);
            await().until(
                            () -> {
                                work(app);
                                return receiver.asked() > 20;
                            });
            // the first few at once, then one a minute: how OpenTelemetry's logger throttles
            System.out.printf(
                    "%d complaints about %d refusals%n", complaints(output), receiver.asked());
            assertThat(complaints(output)).isBetween(1L, 7L);

            receiver.turn(Mood.SILENT);
            int before = receiver.asked();
            await().until(
                            () -> {
                                work(app);
                                return receiver.asked() > before;
                            });
            work(app);
            receiver.close();
            work(app);
            work(app);
        }
    }

    /** A request that is answered and whose event arrives. */
    private void work(ServletWebServerApplicationContext app) throws Exception {
        var id = UUID.randomUUID().toString();
        assertThat(post(app, "/notes/" + id, null)).isEqualTo(200);
        awaitHandled(app, id);
    }

    @Test
    void anUnusableEndpointIsSaidOnceAndStopsNothing(CapturedOutput output) {
        var environment = new MockEnvironment();
        environment.setProperty("otel.exporter.otlp.endpoint", "collector:4318");

        try (var export = TraceExport.of(environment, false)) {
            var span = export.tracer().spanBuilder("any").startSpan();

            assertThat(span.getSpanContext().isValid()).isFalse();
        }
        assertThat(output.getAll()).containsOnlyOnce("traces are not exported");
    }

    private static Map<String, String> exportingTo(String endpoint) {
        return Map.of("otel.exporter.otlp.endpoint", endpoint, "otel.bsp.schedule.delay", "100");
    }

    private static Received only(TraceReceiver receiver, String kind) {
        var spans = receiver.spansOf(TRACE).stream().filter(s -> s.kind().equals(kind)).toList();
        assertThat(spans).as(kind).hasSize(1);
        return spans.getFirst();
    }

    private int post(
            ServletWebServerApplicationContext app, String path, @Nullable String traceparent)
            throws IOException, InterruptedException {
        var port = Objects.requireNonNull(app.getWebServer()).getPort();
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .POST(HttpRequest.BodyPublishers.noBody());
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void awaitHandled(ServletWebServerApplicationContext app, String id) {
        var handled = app.getBean(TraceApp.Handled.class);
        await().atMost(PatientWaiting.PATIENCE).until(() -> handled.traces().containsKey(id));
    }

    private static long exportThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("BatchSpanProcessor"))
                .count();
    }

    private static long complaints(CapturedOutput output) {
        return output.getAll().lines().filter(line -> line.contains("Failed to export")).count();
    }

    /** What an ordinary consumer finds on the record of that key. */
    private static @Nullable String header(String key) {
        return record(key).headers().lastHeader("traceparent") == null
                ? null
                : new String(
                        record(key).headers().lastHeader("traceparent").value(),
                        StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<byte[], byte[]> record(String key) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", Infra.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(TOPIC).stream()
                            .map(p -> new TopicPartition(TOPIC, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).equals(key)) {
                        return record;
                    }
                }
            }
            throw new AssertionError("no record of " + key);
        }
    }
}
