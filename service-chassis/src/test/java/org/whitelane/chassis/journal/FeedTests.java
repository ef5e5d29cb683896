package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.embedded.Database;
import org.whitelane.events.Chain;
import org.whitelane.events.EventAttributes;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

class FeedTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final String CALENDAR = Topic.CALENDAR.topicName();
    private static final String FEED = "/api/v1/registry/feed/";
    private static final String ADMIN = "/api/v1/registry/admin/";
    private static final String ERASE_NOBODY = "{\"actor\":\"nobody-knows\",\"reason\":\"asked\"}";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Database database;
    private static ConfigurableApplicationContext instance;
    private static Witness witness;

    @BeforeAll
    static void fillAJournal() {
        Infra.recreateTopics();
        database = Infra.freshDatabase("feed");
        instance = JournalTestApplication.startWeb(database);
        witness = Witness.of(database);
        for (int i = 0; i < 25; i++) {
            instance.getBean(Scribe.class).save(Scribe.flag("organisation-" + i % 4));
        }
        witness.awaitDrained(STREAM, Duration.ofMinutes(3));
    }

    @AfterAll
    static void stopIt() {
        instance.close();
    }

    @Test
    void pagesThroughTheWholeStreamAndTheChainHolds() throws Exception {
        var events = new ArrayList<JsonNode>();
        var page = get(FEED + STREAM + "?limit=10", "REGULATOR", 200);
        var genesis = page.get("genesis").stringValue();
        while (!page.get("events").isEmpty()) {
            page.get("events").forEach(events::add);
            page = get(FEED + STREAM + "?limit=10&after=" + next(page), "REGULATOR", 200);
        }

        assertThat(events).hasSize(25);
        byte[] hash = HexFormat.of().parseHex(genesis);
        for (var event : events) {
            byte[] leaf = leaf(event);
            hash = Chain.next(hash, event.get("position").longValue(), leaf);
            assertThat(text(event, "leaf")).isEqualTo(Chain.hex(leaf));
            assertThat(text(event, "chainhash")).isEqualTo(Chain.hex(hash));
        }
        assertThat(page.get("head").get("position").longValue()).isEqualTo(25);
        assertThat(page.get("head").get("chainHash").stringValue()).isEqualTo(Chain.hex(hash));
        assertThat(page.get("next").stringValue()).as("the same place").isNotEmpty();
        var topic =
                TopicReader.read(STREAM).stream().map(row -> row.header("ce_chainhash")).toList();
        assertThat(events.stream().map(event -> text(event, "chainhash")))
                .containsExactlyInAnyOrderElementsOf(topic);
    }

    @Test
    void aCursorBelongsToOneStreamAndOneReader() throws Exception {
        var cursor = next(get(FEED + STREAM, "REGULATOR", 200));

        assertProblem(
                get(FEED + CALENDAR + "?after=" + cursor, "REGULATOR", 400), "cursor-invalid");
        assertProblem(get(FEED + STREAM + "?after=" + cursor, "AUDITOR", 400), "cursor-invalid");
        var half = cursor.substring(0, cursor.length() / 2);
        assertProblem(get(FEED + STREAM + "?after=" + half, "REGULATOR", 400), "cursor-invalid");
    }

    @Test
    void aCursorBeyondTheEndIsNotAnsweredWithNothingNew() throws Exception {
        var page = get(FEED + STREAM, "REGULATOR", 200);
        var scope =
                String.join(
                        " ",
                        "feed",
                        STREAM,
                        Infra.issuer().issuer(),
                        "sub-REGULATOR",
                        text(page, "incarnation"));
        var cursors = instance.getBean(Cursors.class);

        assertThat(
                        get(
                                        FEED
                                                + STREAM
                                                + "?after="
                                                + cursors.encode(scope, List.of("25")),
                                        "REGULATOR",
                                        200)
                                .get("events"))
                .isEmpty();
        assertProblem(
                get(
                        FEED + STREAM + "?after=" + cursors.encode(scope, List.of("26")),
                        "REGULATOR",
                        409),
                "cursor-ahead-of-stream");
    }

    @Test
    void whoLacksSomeInBetweenAsksByPosition() throws Exception {
        var page = get(FEED + STREAM + "?afterPosition=7&limit=3", "REGULATOR", 200);
        var positions = page.get("events").valueStream().map(e -> e.get("position").longValue());
        assertThat(positions).containsExactly(8L, 9L, 10L);
        var further = get(FEED + STREAM + "?limit=1&after=" + next(page), "REGULATOR", 200);
        assertThat(further.get("events").get(0).get("position").longValue()).isEqualTo(11);

        assertProblem(
                get(FEED + STREAM + "?afterPosition=26", "REGULATOR", 409),
                "cursor-ahead-of-stream");
        assertProblem(
                get(FEED + STREAM + "?afterPosition=-1", "REGULATOR", 400), "invalid-request");
        assertProblem(get(FEED + STREAM + "?afterPosition=x", "REGULATOR", 400), "invalid-request");
        assertProblem(
                get(FEED + STREAM + "?afterPosition=1&after=" + next(page), "REGULATOR", 400),
                "invalid-request");
    }

    @Test
    void aStreamWithoutEventsHasAFeed() throws Exception {
        var page = get(FEED + CALENDAR, "AUDITOR", 200);

        assertThat(page.get("events")).isEmpty();
        assertThat(page.get("head").get("position").longValue()).isZero();
        assertThat(page.get("head").get("chainHash")).isEqualTo(page.get("genesis"));
    }

    @Test
    void internalForeignAndUnknownStreamsAreNotFound() throws Exception {
        for (var stream : List.of("registry.internal", Topic.ENTRY.topicName(), "nothing")) {
            assertProblem(get(FEED + stream, "REGULATOR", 404), "not-found");
        }
    }

    @Test
    void refusesALimitOutOfRangeAndARoleThatMayNotRead() throws Exception {
        assertProblem(get(FEED + STREAM + "?limit=501", "REGULATOR", 400), "invalid-request");
        assertProblem(get(FEED + STREAM + "?limit=0", "REGULATOR", 400), "invalid-request");
        assertProblem(get(FEED + STREAM, "APPLICANT_ADMIN", 403), "role-missing");
        assertProblem(post(ADMIN + "erasures", ERASE_NOBODY, "AUDITOR", 403), "role-missing");
    }

    @Test
    void anOperatorErasesAPerson() throws Exception {
        var erased = post(ADMIN + "erasures", ERASE_NOBODY, "OPERATOR", 200);

        assertThat(erased.get("privateParts").intValue()).isZero();
        assertProblem(post(ADMIN + "erasures", "{}", "OPERATOR", 400), "invalid-request");
    }

    @Test
    void anOperatorResumesAStoppedStream() throws Exception {
        Witness.as(database, database.relay())
                .sql("insert into journal_stopped (stream, reason) values (?, 'a test')")
                .param(CALENDAR)
                .update();
        assertThat(health()).contains("DOWN").contains("stopped: a test");

        post(ADMIN + "streams/" + CALENDAR + "/resume", "", "OPERATOR", 200);

        assertThat(health()).doesNotContain("a test");
        assertProblem(
                post(ADMIN + "streams/" + CALENDAR + "/resume", "", "OPERATOR", 409),
                "not-stopped");
        Awaitility.await().until(() -> witness.links("registry.internal") > 0);
        var listed = get(ADMIN + "streams", "AUDITOR", 200).get("items");
        assertThat(listed.size()).isEqualTo(4);
    }

    private static String health() {
        var health = instance.getBean(JournalHealth.class).health();
        return String.valueOf(health);
    }

    private static byte[] leaf(JsonNode event) {
        var attributes =
                new EventAttributes(
                        text(event, "id"),
                        text(event, "type"),
                        text(event, "source"),
                        text(event, "subject"),
                        text(event, "time"),
                        text(event, "dataschema"),
                        text(event, "datacontenttype"),
                        event.get("aggregateversion").longValue(),
                        null,
                        null);
        assertThat(event.has("correlationid")).isFalse();
        return Chain.leaf(
                attributes,
                event.get("data_base64").binaryValue(),
                HexFormat.of().parseHex(text(event, "privatedigest")));
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).stringValue();
    }

    private static String next(JsonNode page) {
        return URLEncoder.encode(text(page, "next"), StandardCharsets.UTF_8);
    }

    private static void assertProblem(JsonNode body, String code) {
        assertThat(text(body, "code")).isEqualTo(code);
    }

    private static JsonNode get(String path, String role, int status) throws Exception {
        return send(request(path, role).GET(), status);
    }

    private static JsonNode post(String path, String body, String role, int status)
            throws Exception {
        return send(
                request(path, role)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                status);
    }

    private static HttpRequest.Builder request(String path, String role) {
        int port =
                instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(
                        "Authorization",
                        "Bearer " + Infra.issuer().token("sub-" + role, null, role));
    }

    private static JsonNode send(HttpRequest.Builder request, int status)
            throws IOException, InterruptedException {
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
