package org.whitelane.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The faults that the runbook is about, made as the world makes them. */
final class Faults {

    private static final String REGISTRATIONS = "whitelane.approval.registration.v1";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Suite suite;
    private final Client client;
    private int approvals;

    Faults(Suite suite) {
        this(suite, 0);
    }

    private Faults(Suite suite, int approvals) {
        this.suite = suite;
        this.client = new Client(suite);
        this.approvals = approvals;
    }

    /** The same ones in the suite that was started again; what was recorded stays recorded. */
    Faults in(Suite restarted) {
        return new Faults(restarted, approvals);
    }

    void make(String name) throws Exception {
        switch (name) {
            case "unreadable-record" -> {
                write("organisation-registered", 1, "{");
                awaitParked("FAILED");
            }
            case "missing-version" -> {
                write("organisation-praised", 3, "{}");
                awaitParked("WAITING");
            }
            case "refused-event" -> {
                limitMessages();
                recordApproval();
                awaitStreams("approvals", "RecordTooLarge");
            }
            case "frozen-broker" -> {
                signal("STOP", suite.pid("broker"));
                recordApproval();
            }
            case "after-the-backup" -> {
                recordApproval();
                recordApproval();
            }
            default -> throw new IllegalArgumentException("no such fault: " + name);
        }
    }

    /** Somebody with the right to write to the topic, and no idea what belongs there. */
    private void write(String type, int version, String value) throws Exception {
        var party = UUID.randomUUID().toString();
        var row =
                new ProducerRecord<>(
                        "whitelane.registry.organisation.v1",
                        party.getBytes(UTF_8),
                        value.getBytes(UTF_8));
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", "org.whitelane.registry." + type + ".v1");
        headers.put("ce_source", "/somebody");
        headers.put("ce_subject", party);
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_dataschema", "https://whitelane.org/schema/registry/" + type + ".v1");
        headers.put("ce_aggregateversion", Integer.toString(version));
        headers.put("content-type", "application/json");
        headers.forEach((key, text) -> row.headers().add(key, text.getBytes(UTF_8)));
        try (var producer =
                new KafkaProducer<>(
                        KafkaClient.of(suite, "administrator"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(row).get();
        }
    }

    private void limitMessages() throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, REGISTRATIONS);
        var limit = new ConfigEntry("max.message.bytes", "100");
        try (var admin = Admin.create(KafkaClient.of(suite, "administrator"))) {
            admin.incrementalAlterConfigs(
                            Map.of(
                                    topic,
                                    List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private void recordApproval() throws IOException, InterruptedException {
        int number = ++approvals;
        var answer =
                client.post(
                        "approval-steward",
                        "/approvals/ind",
                        "operations-" + number,
                        Map.of(
                                "acceptanceNumber", "CXHL26%05d".formatted(number),
                                "decision", "APPROVED",
                                "product",
                                        Map.of(
                                                "nameZh", "演练药品" + number,
                                                "sponsor", "示例（虚构）",
                                                "modality", "CHEMICAL"),
                                "acceptedOn", Map.of("value", "2026-01-05", "source", "drill")));
        if (answer.status() != 201) {
            throw new IllegalStateException("the approval was not recorded: " + answer);
        }
    }

    private void awaitParked(String status) {
        await(
                () ->
                        client.get("auditor", "/whitelist/admin/parked?status=" + status)
                                .body()
                                .contains("\"" + status + "\""));
    }

    private void awaitStreams(String service, String text) {
        await(() -> client.get("auditor", "/" + service + "/admin/streams").body().contains(text));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(condition);
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }
}
