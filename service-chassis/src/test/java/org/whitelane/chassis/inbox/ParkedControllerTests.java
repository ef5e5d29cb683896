package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operator's door to the parking lot, over real HTTP. */
class ParkedControllerTests {

    private static final String CONSUMER = "administered";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext application;
    private static Effects effects;
    private static InboxConsumer consumer;

    private String aggregate = "";

    @BeforeAll
    static void start() {
        Infra.recreateTopics();
        application =
                InboxTestApplication.start(
                        Infra.freshDatabase("inbox"), CONSUMER, Map.of("server.port", "0"));
        effects = application.getBean(Effects.class);
        consumer = application.getBean(InboxConsumer.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void nameTheAggregate(TestInfo test) {
        aggregate = test.getTestMethod().orElseThrow().getName();
    }

    private void take(Records record) {
        application.getBean(Inbox.class).take(consumer, record.raw());
    }

    private void take(long version) {
        take(Records.event(aggregate, version));
    }

    private static HttpResponse<String> send(
            String method, String path, String body, String... roles) throws Exception {
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%s/api/v1/notification/admin/parked%s"
                                                .formatted(port, path)))
                        .header(
                                "Authorization",
                                "Bearer " + Infra.issuer().token("officer-7", null, roles))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(response.body()).get("code").asString())
                .isEqualTo(code);
    }

    private JsonNode parked() throws Exception {
        return ok(send("GET", "?limit=100&aggregate=" + aggregate, "", "OPERATOR")).get("items");
    }

    private String firstId() throws Exception {
        return parked().get(0).get("id").asString();
    }

    private List<@Nullable String> audited(String id) {
        return application
                .getBean(JdbcClient.class)
                .sql(
                        """
                        select e.type || ' by ' || p.actor from journal_entry e join journal_private p on p.entry_id = e.id
                        where e.subject = ? order by e.id
                        """)
                .param(id)
                .query(String.class)
                .list();
    }

    @Test
    void replaysInVersionOrderOnceTheHandlerIsHealed() throws Exception {
        effects.failOn(aggregate, 2, () -> new IllegalStateException("cannot"));
        for (long version = 1; version <= 5; version++) {
            take(version);
        }
        assertThat(parked().valueStream().map(p -> p.get("status").asString()))
                .containsExactly("FAILED", "WAITING", "WAITING", "WAITING");
        var id = firstId();

        var still = ok(send("POST", "/" + id + "/replay", "", "OPERATOR"));
        assertThat(still.get("status").asString()).isEqualTo("FAILED");
        assertThat(still.get("attempts").asInt()).isEqualTo(8);
        effects.heal(aggregate, 2);
        // whichever of the queue is named, it begins at its head
        var last = parked().get(3).get("id").asString();
        var done = ok(send("POST", "/" + last + "/replay", "", "OPERATOR"));

        assertThat(done.get("status").asString()).isEqualTo("APPLIED");
        assertThat(effects.versions(aggregate)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(parked()).isEmpty();
        take(6);
        assertThat(effects.versions(aggregate)).hasSize(6);
        assertThat(audited(last))
                .containsExactly("org.whitelane.chassis.parked-record-replayed.v1 by officer-7");
        assertRefused(send("POST", "/" + id + "/replay", "", "OPERATOR"), 409, "already-resolved");
    }

    @Test
    void stopsAReplayAtTheNextRecordThatFailsAndKeepsWhatWentWell() throws Exception {
        effects.failOn(aggregate, 1, () -> new IllegalStateException("one"));
        effects.failOn(aggregate, 3, () -> new IllegalStateException("three"));
        for (long version = 1; version <= 4; version++) {
            take(version);
        }
        effects.heal(aggregate, 1);

        ok(send("POST", "/" + firstId() + "/replay", "", "OPERATOR"));

        assertThat(effects.versions(aggregate)).containsExactly(1L, 2L);
        assertThat(parked().valueStream().map(p -> p.get("version") + p.get("status").asString()))
                .containsExactly("3FAILED", "4WAITING");
    }

    @Test
    void goesOnAfterADiscardedVersion() throws Exception {
        take(1);
        take(Records.event(aggregate, 2).value("{"));
        take(3);
        var id = firstId();

        var discarded =
                ok(
                        send(
                                "POST",
                                "/" + id + "/discard",
                                "{\"reason\":\"typo of ours\"}",
                                "OPERATOR"));

        assertThat(discarded.get("status").asString()).isEqualTo("DISCARDED");
        assertThat(discarded.get("history").toString()).contains("typo of ours");
        assertThat(effects.versions(aggregate)).containsExactly(1L, 3L);
        take(Records.event(aggregate, 2).value("{"));
        take(2);
        take(4);
        assertThat(effects.versions(aggregate)).containsExactly(1L, 3L, 4L);
        assertThat(audited(id))
                .containsExactly("org.whitelane.chassis.parked-record-discarded.v1 by officer-7");
        assertRefused(
                send("POST", "/" + id + "/discard", "{\"reason\":\"again\"}", "OPERATOR"),
                409,
                "already-resolved");
    }

    @Test
    void skipsAVersionThatWasDiscardedBeforeItsTurn() throws Exception {
        take(1);
        take(3);
        ok(send("POST", "/" + firstId() + "/discard", "{\"reason\":\"unwanted\"}", "OPERATOR"));
        take(2);
        take(4);

        assertThat(effects.versions(aggregate)).containsExactly(1L, 2L, 4L);
    }

    @Test
    void appliesTheRealRecordWhenAForgedOneIsDiscarded() throws Exception {
        take(1);
        take(Records.event(aggregate, 2).value("forged"));
        take(2);
        take(3);

        ok(send("POST", "/" + firstId() + "/discard", "{\"reason\":\"forged\"}", "OPERATOR"));

        assertThat(effects.versions(aggregate)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void letsARecordWithoutAnIdOnlyBeDiscarded() throws Exception {
        take(Records.event(aggregate, 1).bare().value("not an event"));
        var id = firstId();

        assertRefused(send("POST", "/" + id + "/replay", "", "OPERATOR"), 409, "no-readable-id");
        ok(send("POST", "/" + id + "/discard", "{\"reason\":\"noise\"}", "OPERATOR"));

        assertThat(parked()).isEmpty();
    }

    @Test
    void saysWhichVersionIsMissing() throws Exception {
        take(2);

        var refused = send("POST", "/" + firstId() + "/replay", "", "OPERATOR");

        assertRefused(refused, 409, "version-missing");
        assertThat(refused.body()).contains("version 1");
    }

    @Test
    void changesNothingWhileAPartIsAway() throws Exception {
        effects.failOn(aggregate, 1, () -> new IllegalStateException("cannot"));
        take(1);
        effects.failOn(aggregate, 1, () -> new Unavailable("SMTP", null));
        var id = firstId();

        assertRefused(send("POST", "/" + id + "/replay", "", "OPERATOR"), 503, "part-unavailable");

        assertThat(parked().get(0).get("attempts").asInt()).isEqualTo(4);
        assertThat(audited(id)).isEmpty();
    }

    @Test
    void showsEveryByte() throws Exception {
        take(Records.event(aggregate, 1).value(new byte[] {'{', (byte) 0xff}).with("x", "y"));

        var detail = ok(send("GET", "/" + firstId(), "", "AUDITOR"));

        assertThat(detail.get("key").get("text").asString()).isEqualTo(aggregate);
        assertThat(detail.get("value").get("text").isNull()).isTrue();
        assertThat(detail.get("value").get("base64").asString()).isEqualTo("e/8=");
        assertThat(detail.get("headers").toString()).contains("\"name\":\"x\"", "\"text\":\"y\"");
        assertThat(detail.get("reason").asString()).contains("subscription-confirmed");
        assertThat(detail.get("history")).hasSize(1);
        assertThat(detail.get("version").asLong()).isEqualTo(1);
    }

    @Test
    void listsInPagesAndByFilter() throws Exception {
        for (long version = 2; version <= 6; version++) {
            take(version);
        }
        var path = "?limit=2&aggregate=" + aggregate + "&consumer=" + CONSUMER;
        var seen = new ArrayList<Long>();
        var cursor = "";
        do {
            var page = ok(send("GET", path + cursor, "", "OPERATOR"));
            page.get("items").forEach(i -> seen.add(i.get("version").asLong()));
            cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(ok(send("GET", path + "&status=FAILED", "", "OPERATOR")).get("items")).isEmpty();
        assertThat(ok(send("GET", "?consumer=another", "", "OPERATOR")).get("items")).isEmpty();
        assertThat(ok(send("GET", "?topic=another", "", "OPERATOR")).get("items")).isEmpty();
        var next = ok(send("GET", path, "", "OPERATOR")).get("next").asString();
        assertRefused(send("GET", "?cursor=" + next, "", "OPERATOR"), 400, "cursor-invalid");
        assertRefused(
                send(
                        "GET",
                        path + "&cursor=" + next.substring(0, next.length() / 2),
                        "",
                        "OPERATOR"),
                400,
                "cursor-invalid");
        assertRefused(send("GET", "?status=LOST", "", "OPERATOR"), 400, "invalid-request");
    }

    @Test
    void letsOnlyOperatorsActAndAuditorsLook() throws Exception {
        take(2);
        var id = firstId();

        assertRefused(send("GET", "", "", "REGULATOR"), 403, "role-missing");
        assertRefused(send("GET", "/" + id, "", "APPLICANT_ADMIN"), 403, "role-missing");
        assertRefused(send("POST", "/" + id + "/replay", "", "AUDITOR"), 403, "role-missing");
        assertRefused(
                send("POST", "/" + id + "/discard", "{\"reason\":\"x\"}", "AUDITOR"),
                403,
                "role-missing");
        assertRefused(
                send("POST", "/" + id + "/discard", "{}", "OPERATOR"), 400, "invalid-request");
        assertRefused(
                send("GET", "/00000000-0000-7000-8000-000000000000", "", "OPERATOR"),
                404,
                "not-found");
        assertRefused(send("GET", "/no-id", "", "OPERATOR"), 404, "not-found");
    }
}
