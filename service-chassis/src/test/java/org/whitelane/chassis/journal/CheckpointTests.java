package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.whitelane.embedded.Database;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What is signed, when, by whom, and who may read it. The signature is checked with a JDK alone.
 */
class CheckpointTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final String CALENDAR = Topic.CALENDAR.topicName();
    private static final String OWN = Topic.REGISTRY_CHECKPOINT.topicName();
    private static final String API = "/api/v1/registry/";
    private static final String OF_STREAM = API + "checkpoints/" + STREAM;
    private static final String ASK = API + "admin/checkpoints";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private static Path folder;
    private static Database database;
    private static ConfigurableApplicationContext instance;
    private static Witness witness;

    @BeforeAll
    static void fillAJournal() throws Exception {
        Infra.recreateTopics();
        database = Infra.freshDatabase("checkpoints");
        var properties = JournalTestApplication.properties(database);
        properties.put("whitelane.checkpoints.key-file", keyFile().toString());
        instance = JournalTestApplication.start(properties, WebApplicationType.SERVLET);
        witness = Witness.of(database);
    }

    private static Path keyFile() throws Exception {
        return Files.writeString(
                folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
    }

    @AfterAll
    static void stopIt() {
        instance.close();
    }

    @Test
    void anOperatorHasOneTakenOfEachStreamThatMovedAndOnlyOfThose() throws Exception {
        save(3);
        var first = taken();

        assertThat(first.path("number").longValue()).isPositive();
        assertThat(first.path("lastPosition").longValue()).isEqualTo(witness.links(STREAM));
        assertThat(first.path("chainHash").stringValue()).isEqualTo(hash(STREAM));
        assertThat(first.path("takenAt").stringValue()).endsWith("Z");
        long ends = 0;
        for (var end : first.path("ends")) {
            ends += end.path("endOffset").longValue();
        }
        assertThat(ends).as("records in the topic").isGreaterThanOrEqualTo(witness.links(STREAM));
        assertThat(get(API + "checkpoints/" + CALENDAR, "REGULATOR").body()).contains("[]");

        ask("OPERATOR", 202);
        await().until(() -> wanted() == 0);
        assertThat(newest()).as("the stream has not moved").isEqualTo(first);
    }

    @Test
    void eachNamesTheOneBeforeAndGoesOnWhereItEnded() throws Exception {
        save(2);
        var one = taken();
        save(2);
        var two = taken();

        assertThat(two.path("number").longValue()).isEqualTo(one.path("number").longValue() + 1);
        assertThat(two.path("firstPosition").longValue())
                .isEqualTo(one.path("lastPosition").longValue() + 1);
        assertThat(two.path("entries").longValue()).isEqualTo(2);
        assertThat(two.path("incarnation")).isEqualTo(one.path("incarnation"));
        var payload = payload(jws(get(OF_STREAM + "/at/" + one.path("lastPosition"), "AUDITOR")));
        assertThat(two.path("previous").stringValue()).isEqualTo(sha256(payload));
        assertThat(JsonMapper.shared().readTree(payload)).isEqualTo(one);
    }

    @Test
    void theSignatureHoldsForThePublishedKeyAndIsOnTheTopic() throws Exception {
        save(1);
        taken();
        var answer = get(OF_STREAM + "/newest", "REGULATOR");
        var key =
                JsonMapper.shared()
                        .readTree(anonymous(API + "checkpoint-keys").body())
                        .at("/keys/0");

        assertThat(JdkEd25519.holds(jws(answer), key.path("x").stringValue())).isTrue();
        assertThat(key.path("kty").stringValue()).isEqualTo("OKP");
        assertThat(json(answer).at("/checkpoint/keyId")).isEqualTo(key.path("kid"));
        await().untilAsserted(
                        () ->
                                assertThat(TopicReader.read(OWN))
                                        .anySatisfy(
                                                row -> {
                                                    assertThat(row.key()).isEqualTo(STREAM);
                                                    assertThat(row.value())
                                                            .isEqualTo(answer.body());
                                                }));
    }

    @Test
    void theFirstThatVouchesForAPositionIsFoundAmongMany() throws Exception {
        for (int i = 0; i < 5; i++) {
            save(2);
            taken();
        }
        var all = json(get(OF_STREAM + "?limit=100", "REGULATOR")).path("items");
        long last = witness.links(STREAM);

        for (long position = 1; position <= last; position++) {
            var found = json(get(OF_STREAM + "/at/" + position, "REGULATOR")).path("checkpoint");
            assertThat(found.path("firstPosition").longValue()).isLessThanOrEqualTo(position);
            assertThat(found.path("lastPosition").longValue()).isGreaterThanOrEqualTo(position);
        }
        assertThat(all.size()).isGreaterThanOrEqualTo(5);
        assertThat(get(OF_STREAM + "/at/" + (last + 1), "REGULATOR").statusCode()).isEqualTo(404);
        assertThat(get(OF_STREAM + "/at/x", "REGULATOR").statusCode()).isEqualTo(404);
    }

    @Test
    void thePagesAreTheWholeListTheNewestFirst() throws Exception {
        for (int i = 0; i < 3; i++) {
            save(1);
            taken();
        }
        var whole = json(get(OF_STREAM + "?limit=100", "REGULATOR")).path("items");
        var page = json(get(OF_STREAM + "?limit=2", "REGULATOR"));
        var next = page.path("next").stringValue();
        var rest = json(get(OF_STREAM + "?limit=100&cursor=" + next, "REGULATOR")).path("items");

        assertThat(page.path("items").path(0)).isEqualTo(whole.path(0));
        assertThat(rest.path(0)).isEqualTo(whole.path(2));
        assertThat(get(API + "checkpoints/" + CALENDAR + "?cursor=" + next, "REGULATOR").body())
                .contains("cursor-invalid");
    }

    @Test
    void whoHasTheNewestIsToldSoWithoutABody() throws Exception {
        save(1);
        taken();
        var first = get(OF_STREAM + "/newest", "REGULATOR");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var request = request(OF_STREAM + "/newest", "REGULATOR").header("If-None-Match", tag);
        var again = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("private");
    }

    @Test
    void onlyReadersOfTheFeedReadThemAndOnlyOperatorsAsk() throws Exception {
        assertThat(get(OF_STREAM, "APPLICANT_ADMIN").statusCode()).isEqualTo(403);
        assertThat(anonymous(OF_STREAM).statusCode()).isEqualTo(401);
        ask("REGULATOR", 403);
        for (var stream : List.of(OWN, Topic.ENTRY.topicName(), "nothing")) {
            assertThat(get(API + "checkpoints/" + stream, "REGULATOR").statusCode())
                    .as(stream)
                    .isEqualTo(404);
        }
    }

    @Test
    void aStoppedStreamGetsNone() throws Exception {
        save(1);
        var before = taken();
        save(1);
        witness.awaitDrained(STREAM, Duration.ofMinutes(1));
        Witness.as(database, database.relay())
                .sql("insert into journal_stopped (stream, reason) values (?, 'a test')")
                .param(STREAM)
                .update();
        ask("OPERATOR", 202);
        await().until(() -> wanted() == 0);
        assertThat(newest()).isEqualTo(before);

        witness.jdbc().sql("delete from journal_stopped").update();
        assertThat(taken()).isNotEqualTo(before);
    }

    @Test
    void theChainOfTheCheckpointsThemselvesHolds() throws Exception {
        save(1);
        taken();
        witness.awaitDrained(OWN, Duration.ofMinutes(1));
        witness.assertWhole(OWN);
    }

    private static void save(int count) {
        for (int i = 0; i < count; i++) {
            instance.getBean(Scribe.class).save(Scribe.flag("organisation-" + i));
        }
    }

    /** Asks, and waits for the one that vouches for all that is there now. */
    private static JsonNode taken() throws Exception {
        witness.awaitDrained(STREAM, Duration.ofMinutes(1));
        long last = witness.links(STREAM);
        ask("OPERATOR", 202);
        await().until(() -> get(OF_STREAM + "/at/" + last, "REGULATOR").statusCode() == 200);
        return newest();
    }

    private static JsonNode newest() throws Exception {
        return json(get(OF_STREAM + "/newest", "REGULATOR")).path("checkpoint");
    }

    private static long wanted() {
        return witness.jdbc()
                .sql("select count(*) from journal_checkpoint_wanted")
                .query(Long.class)
                .single();
    }

    private static String hash(String stream) {
        return HexFormat.of()
                .formatHex(
                        witness.jdbc()
                                .sql("select hash from journal_head where stream = ?")
                                .param(stream)
                                .query((row, _) -> row.getBytes(1))
                                .single());
    }

    private static void ask(String role, int status) throws Exception {
        var request = request(ASK, role).POST(HttpRequest.BodyPublishers.noBody()).build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static HttpResponse<String> get(String path, String role) throws Exception {
        return HTTP.send(request(path, role).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> anonymous(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String role) {
        return HttpRequest.newBuilder(uri(path))
                .header(
                        "Authorization",
                        "Bearer " + Infra.issuer().token("sub-" + role, null, role));
    }

    private static URI uri(String path) {
        var port =
                instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String jws(HttpResponse<String> answer) {
        return json(answer).path("jws").stringValue();
    }

    private static byte[] payload(String jws) {
        return Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]);
    }

    private static String sha256(byte[] bytes) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new String(HexFormat.of().formatHex(digest).getBytes(UTF_8), UTF_8);
    }
}
