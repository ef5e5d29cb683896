package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.whitelane.embedded.Credentials;
import org.whitelane.embedded.Database;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;
import org.whitelane.testing.PatientWaiting;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A database restored from an older backup, and the way on from there. */
@Tag("slow")
class TakeOverTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final Duration SOON = PatientWaiting.PATIENCE;
    private static final String PLACE = "/api/v1/registry/admin/streams/" + STREAM + "/taken-over";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Database original = Infra.freshDatabase("lost");
    private ConfigurableApplicationContext instance;

    TakeOverTests() {
        Infra.recreateTopics();
        instance = JournalTestApplication.startWeb(original);
    }

    @BeforeEach
    void fillWithABackupInTheMiddle() {
        save(0, 20);
        Witness.of(original).awaitDrained(STREAM, SOON);
        instance.close();
        Scribe.apart(original).save(Scribe.flag("organisation-1")); // saved, and not placed yet
        Scribe.apart(original).save(Scribe.flag("pending"));
        sql("create database %s_backup template %s", original.name(), original.name());
        instance = JournalTestApplication.startWeb(original);
        save(20, 45);
        Witness.of(original).awaitDrained(STREAM, SOON);
        instance.close();
    }

    @AfterEach
    void stopIt() {
        instance.close();
    }

    private void save(int from, int to) {
        for (int i = from; i < to; i++) {
            instance.getBean(Scribe.class).save(Scribe.flag("organisation-" + i % 7));
        }
        for (int i = from; i < to; i += 10) {
            instance.getBean(Scribe.class).save(Scribe.flag("single-" + i));
        }
    }

    @Test
    void theStreamGoesOnWithEverythingThatTheTopicKnew() throws Exception {
        var restored = restore();
        var witness = Witness.of(restored);
        long head = witness.links(STREAM);
        int known = TopicReader.read(STREAM).size();
        assertThatThrownBy(() -> instance.getBean(Scribe.class).save(Scribe.flag("single-20")))
                .isInstanceOf(JournalBehind.class);
        assertThat(witness.links(STREAM)).as("nothing has taken a place").isEqualTo(head);

        assertThat(code(post(PLACE, "AUDITOR", 403))).isEqualTo("role-missing");
        var done = post(PLACE, "OPERATOR", 200);

        assertThat(done.get("first").asLong()).isEqualTo(head + 1);
        assertThat(done.get("last").asLong()).isEqualTo(known);
        witness.awaitDrained(STREAM, SOON);
        assertThat(witness.assertWhole(STREAM).duplicates()).as("not sent again").isZero();
        assertThat(witness.links(STREAM)).isEqualTo(known);
        assertNamed();
        assertPrivateParts(restored, known - head);

        instance.getBean(Scribe.class).save(Scribe.flag("single-20"));
        instance.getBean(Scribe.class).save(Scribe.flag("organisation-3"));
        witness.awaitDrained(STREAM, SOON);
        witness.assertWhole(STREAM);
        assertThat(TopicReader.read(STREAM)).hasSize(known + 2);
        assertThat(code(post(PLACE, "OPERATOR", 409))).isEqualTo("not-behind");
        assertThat(
                        Witness.as(restored, restored.auditor())
                                .sql(
                                        """
                                        select p.actor || ': ' || (convert_from(p.body, 'UTF8')::jsonb ->> 'reason')
                                        from journal_entry e join journal_private p on p.entry_id = e.id
                                        where e.type = 'org.whitelane.chassis.stream-taken-over.v1'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("officer-7: the disk is gone");
    }

    /** What the operator has to look after: the service's own tables do not know of it. */
    private void assertNamed() throws Exception {
        var named = new TreeMap<String, String>();
        for (var lost : get(PLACE + "?limit=100").get("items")) {
            named.put(
                    lost.get("aggregate").asString(),
                    lost.get("firstVersion").asLong()
                            + "-"
                            + lost.get("lastVersion").asLong()
                            + " "
                            + lost.get("types").size());
        }
        assertThat(named)
                .containsEntry("single-20", "1-1 1")
                .containsEntry("single-40", "1-1 1")
                .containsKey("organisation-1")
                .doesNotContainKeys("single-0", "pending")
                .hasSize(7 + 3);
    }

    /** Two had been saved before the backup: nothing of theirs is lost. */
    private void assertPrivateParts(Database restored, long taken) throws Exception {
        var proofs = new TreeMap<String, Integer>();
        for (var subject : subjects()) {
            var page = "/api/v1/registry/audit?limit=100&subject=" + subject;
            for (var entry : get(page).get("items")) {
                if (entry.get("stream").asString().equals(STREAM)) { // not that somebody reads
                    assertThat(entry.get("entryProof").asString()).as(subject).isEqualTo("HOLDS");
                    proofs.merge(entry.at("/privatePart/proof").asString(), 1, Integer::sum);
                }
            }
        }
        int all = (int) Witness.of(restored).links(STREAM);
        int lost = (int) taken - 2;
        assertThat(proofs).isEqualTo(Map.of("HOLDS", all - lost, "LOST", lost));
    }

    private static List<String> subjects() {
        return TopicReader.read(STREAM).stream().map(TopicReader.Row::key).distinct().toList();
    }

    @Test
    void nothingIsTakenOverFromATopicThatDoesNotContinueTheJournal() throws Exception {
        var rows = TopicReader.read(STREAM);
        long end = rows.size();
        var restored = restore();
        long entries = Witness.of(restored).entries(STREAM);
        var last = rows.stream().filter(r -> r.position() == end).findFirst().orElseThrow();
        forge(last, end + 1);

        var refused = post(PLACE, "OPERATOR", 409);

        assertThat(code(refused)).isEqualTo("chain-broken");
        assertThat(refused.get("detail").asString()).contains("position " + (end + 1) + ":");
        assertThat(Witness.of(restored).entries(STREAM)).isEqualTo(entries);
        assertThat(get(PLACE).get("items")).isEmpty();
        assertThatThrownBy(() -> instance.getBean(Scribe.class).save(Scribe.flag("still")))
                .isInstanceOf(JournalBehind.class);
    }

    /** As if a caller had been faster than the comparison at the start. */
    @Test
    void whatWasSavedAnewIsNamedAndNothingIsTakenOver() throws Exception {
        var restored = copy();
        Scribe.apart(restored).save(Scribe.flag("single-20"));
        start(restored);
        long entries = Witness.of(restored).entries(STREAM);

        var refused = post(PLACE, "OPERATOR", 409);

        assertThat(code(refused)).isEqualTo("saved-since-restore");
        assertThat(refused.get("detail").asString()).contains("version 1 of single-20");
        assertThat(Witness.of(restored).entries(STREAM)).isEqualTo(entries);
        assertThat(Witness.of(restored).links(STREAM)).isEqualTo(22);
    }

    @Test
    void noRoleCanDoBothHalves() {
        assertRefused(original.relay(), "insert into journal_taken_over (entry_id) values (1)");
        assertRefused(original.relay(), "insert into journal_entry (event_id) values ('x')");
        assertRefused(
                original.app(),
                "insert into journal_link (stream, position, entry_id, leaf, hash) values ('x', 1,"
                        + " 1, '', '')");
        assertRefused(original.app(), "update journal_head set position = 99");
        assertRefused(original.app(), "update journal_pending set entry_id = 1");
        assertRefused(original.app(), "delete from journal_taken_over");
        assertRefused(original.auditor(), "insert into journal_taken_over (entry_id) values (1)");
        assertRefused(original.eraser(), "insert into journal_taken_over (entry_id) values (1)");
    }

    private void assertRefused(Credentials role, String sql) {
        assertThatThrownBy(() -> Witness.as(original, role).sql(sql).update())
                .as("%s: %s", role.username(), sql)
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    private Database restore() {
        var restored = copy();
        start(restored);
        return restored;
    }

    private void start(Database restored) {
        instance = JournalTestApplication.startWeb(restored);
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () ->
                                instance.getBean(JournalStatus.class).all().stream()
                                        .anyMatch(
                                                s ->
                                                        String.valueOf(s.stopped())
                                                                .contains("ahead")));
    }

    private Database copy() {
        var name = original.name() + "_backup";
        return new Database(
                name,
                original.url().replace("/" + original.name(), "/" + name),
                original.owner(),
                original.app(),
                original.relay(),
                original.eraser(),
                original.auditor());
    }

    /** Everything as it was, and at a place beyond the end. */
    private static void forge(TopicReader.Row row, long position) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", Infra.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            var forged = new ProducerRecord<>(STREAM, row.partition(), row.key(), row.value());
            row.headers().forEach((name, text) -> forged.headers().add(name, text.getBytes(UTF_8)));
            forged.headers().remove("ce_position");
            forged.headers().add("ce_position", Long.toString(position).getBytes(UTF_8));
            producer.send(forged).get();
        }
    }

    private void sql(String statement, Object... names) {
        var maintenance =
                new Database(
                        "postgres",
                        original.url().replace("/" + original.name(), "/postgres"),
                        original.owner(),
                        original.app(),
                        original.relay(),
                        original.eraser(),
                        original.auditor());
        var superuser = Witness.as(maintenance, Infra.superuser());
        superuser
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(original.name())
                .query((row, _) -> "")
                .list();
        superuser.sql(statement.formatted(names)).update();
    }

    private static String code(JsonNode problem) {
        return problem.get("code").asString();
    }

    private JsonNode get(String path) throws Exception {
        return send(request(path, path.contains("audit") ? "AUDITOR" : "OPERATOR"), 200);
    }

    private JsonNode post(String path, String role, int status) throws Exception {
        var body = BodyPublishers.ofString("{\"reason\":\"the disk is gone\"}");
        return send(
                request(path, role).header("Content-Type", "application/json").POST(body), status);
    }

    private HttpRequest.Builder request(String path, String role) {
        var port = instance.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + Infra.issuer().token("officer-7", null, role));
    }

    private static JsonNode send(HttpRequest.Builder request, int status) throws Exception {
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
