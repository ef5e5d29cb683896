package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.EntryEvent.EntryActivated;
import org.whitelane.events.EntryEvent.EntrySuspended;
import org.whitelane.events.EntryEvent.QuotaReleased;
import org.whitelane.events.Topic;
import org.whitelane.events.WhitelistEvent.Article;
import org.whitelane.events.WhitelistEvent.Quantity;
import org.whitelane.events.WhitelistEvent.QuotaCounts;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What everybody, an owner and an auditor see of the same events. */
class PublicFeedTests {

    private static final String ENTRIES = Topic.ENTRY.topicName();
    private static final String FEED = "/api/v1/whitelist/public-feed/";
    private static final String HISTORY = "/api/v1/whitelist/history?subject=entry-1";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext instance;

    @BeforeAll
    static void fillAJournal() {
        Infra.recreateTopics();
        var database = Infra.freshDatabase("publicfeed");
        var properties = JournalTestApplication.properties(database);
        properties.put("whitelane.service", "whitelist");
        properties.put("whitelane.api-path", "whitelist");
        instance = JournalTestApplication.start(properties, WebApplicationType.SERVLET);
        var scribe = instance.getBean(Scribe.class);
        scribe.save(activated());
        scribe.transaction()
                .executeWithoutResult(
                        _ -> {
                            for (int i = 0; i < PublicFeedController.SCAN; i++) {
                                scribe.journal().append(released(), PrivatePart.by("officer-1"));
                            }
                        });
        scribe.save(new EntrySuspended("entry-1", "TJ-1", "secret reason"));
        Witness.of(database).awaitDrained(ENTRIES, Duration.ofMinutes(3));
    }

    @AfterAll
    static void stopIt() {
        instance.close();
    }

    @Test
    void everybodyFollowsWhatIsPublishedAndNothingElse() throws Exception {
        var first = read(get(FEED + ENTRIES, null));
        var second = read(get(FEED + ENTRIES + "?after=" + next(first), null));
        var third = read(get(FEED + ENTRIES + "?after=" + next(second), null));

        assertThat(first.get("more").booleanValue()).isTrue();
        assertThat(first.get("events")).hasSize(1);
        assertThat(first.at("/events/0/data"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"entryId": "entry-1", "entryNumber": "TJ-1", "batchId": "batch-1",
                                         "scheme": "TJ-2022", "organisationId": "unit-1",
                                         "article": {"nameZh": "右旋糖酐", "nameEn": "dextran", "casNumber": "9004-54-0"},
                                         "validFrom": "2026-03-02"}
                                        """));
        assertThat(second.get("more").booleanValue()).isFalse();
        assertThat(second.get("events")).hasSize(1);
        assertThat(second.at("/events/0/data").toString())
                .isEqualTo("{\"entryId\":\"entry-1\",\"entryNumber\":\"TJ-1\"}");
        assertThat(third.get("events")).isEmpty();
        assertThat(third.get("next")).as("the same place").isEqualTo(second.get("next"));
        assertThat(new ArrayList<>(first.at("/events/0").propertyNames()))
                .as("no position and no number, which would count what lies between")
                .containsExactly(
                        "specversion",
                        "id",
                        "type",
                        "source",
                        "subject",
                        "time",
                        "datacontenttype",
                        "data");
    }

    @Test
    void cachesAskWhetherItIsStillSo() throws Exception {
        var answer = get(FEED + ENTRIES, null);
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        var again =
                HTTP.send(
                        request(FEED + ENTRIES, null).header("If-None-Match", tag).build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                .contains("public", "max-age=60");
        assertThat(again.statusCode()).isEqualTo(304);
        var other = get(FEED + ENTRIES + "?after=" + next(read(answer)), null);
        assertThat(other.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(answer.headers().firstValue("ETag"));
    }

    @Test
    void streamsThatTellNobodyAnythingAreNotThere() throws Exception {
        for (var stream : List.of(Topic.DECLARATION.topicName(), Topic.REQUEST.topicName(), "x")) {
            assertThat(get(FEED + stream, null).statusCode()).as(stream).isEqualTo(404);
        }
    }

    @Test
    void cursorsOfOthersAndOfWhatWasLostAreRefused() throws Exception {
        var cursor = next(read(get(FEED + ENTRIES, null)));
        var foreign = get(FEED + Topic.BATCH.topicName() + "?after=" + cursor, null);
        assertThat(read(foreign).get("code").asString()).isEqualTo("cursor-invalid");
        var cut = get(FEED + ENTRIES + "?after=" + cursor.substring(0, 20), null);
        assertThat(read(cut).get("code").asString()).isEqualTo("cursor-invalid");

        var incarnation =
                instance.getBean(JdbcClient.class)
                        .sql("select incarnation from journal_head where stream = :stream")
                        .param("stream", ENTRIES)
                        .query(String.class)
                        .single();
        var lost =
                instance.getBean(org.whitelane.chassis.web.Cursors.class)
                        .encode("public feed " + ENTRIES + " " + incarnation, List.of("lost"));
        var ahead = get(FEED + ENTRIES + "?after=" + lost, null);
        assertThat(ahead.statusCode()).isEqualTo(409);
        assertThat(read(ahead).get("code").asString()).isEqualTo("cursor-ahead-of-stream");
    }

    @Test
    void theHistoryOfAnObjectIsMaskedByItsReader() throws Exception {
        var owner = read(get(HISTORY + "&limit=2", "REGULATOR")).at("/items/0/data");
        var released = read(get(HISTORY + "&limit=2", "REGULATOR")).at("/items/1/data");
        var auditor = read(get(HISTORY + "&limit=1", "AUDITOR")).at("/items/0/data");

        assertThat(owner.at("/article/quantity/amount").asString()).isEqualTo("500");
        assertThat(owner.has("organisationVersion")).isFalse();
        assertThat(released.at("/quantity/amount").asString()).isEqualTo("1");
        assertThat(auditor.at("/organisationVersion").intValue()).isEqualTo(3);
        assertThat(auditor.at("/article/manufacturer").asString()).isEqualTo("secret maker");
    }

    private static EntryActivated activated() {
        return new EntryActivated(
                "entry-1",
                "TJ-1",
                "batch-1",
                "request-1",
                "TJ-2022",
                1,
                "unit-1",
                3,
                new Article(
                        "右旋糖酐",
                        "dextran",
                        "9004-54-0",
                        "3913900090",
                        "secret grade",
                        new Quantity("500", "g"),
                        "secret maker",
                        "SWE",
                        "SWE",
                        "EXCIPIENT",
                        null),
                List.of("Q"),
                "2026-03-02",
                null);
    }

    private static QuotaReleased released() {
        return new QuotaReleased(
                "entry-1",
                "TJ-1",
                "declaration-1",
                new Quantity("1", "g"),
                "CANCELLED",
                new QuotaCounts("500", "0", "0", "g", null));
    }

    private static String next(JsonNode page) {
        return URLEncoder.encode(page.get("next").asString(), StandardCharsets.UTF_8);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> get(String path, @Nullable String role) throws Exception {
        return HTTP.send(request(path, role).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, @Nullable String role) {
        int port =
                instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return role == null
                ? request
                : request.header(
                        "Authorization",
                        "Bearer " + Infra.issuer().token("sub-" + role, null, role));
    }
}
