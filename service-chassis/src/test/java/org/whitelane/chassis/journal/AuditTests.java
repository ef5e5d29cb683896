package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.whitelane.embedded.Database;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who did what, for those who may know; what somebody tampered with is said so. */
class AuditTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final String READ = "org.whitelane.registry.audit-read.v1";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Database database;
    private static ConfigurableApplicationContext instance;
    private static Witness witness;

    @BeforeAll
    static void startAnInstance() {
        Infra.recreateTopics();
        database = Infra.freshDatabase("audit");
        instance = JournalTestApplication.startWeb(database);
        witness = Witness.of(database);
    }

    @AfterAll
    static void stopIt() {
        instance.close();
    }

    private static void save(String subject, PrivatePart part) {
        var scribe = instance.getBean(Scribe.class);
        scribe.transaction()
                .executeWithoutResult(
                        status -> scribe.journal().append(Scribe.flag(subject), part));
    }

    private static void note(String subject, PrivatePart part) {
        var scribe = instance.getBean(Scribe.class);
        var event =
                new InternalEvent("org.whitelane.registry.test-noted.v1", subject, Map.of("n", 1));
        scribe.transaction().executeWithoutResult(status -> scribe.journal().append(event, part));
    }

    private static void awaitPlaced() {
        Awaitility.await()
                .until(
                        () ->
                                witness.links(STREAM) == witness.entries(STREAM)
                                        && witness.links("registry.internal")
                                                == witness.entries("registry.internal"));
    }

    @Test
    void tellsWhoDidWhatAndWhyInOrderAndThatItHolds() throws Exception {
        note("object", PrivatePart.by("officer-1"));
        save("object", PrivatePart.by("officer-2").because("asked").change(null, Map.of("a", 1)));
        save("object", PrivatePart.by("officer-3").change(Map.of("a", 1), Map.of("a", 2)));
        awaitPlaced();

        var items = audit("subject=object", "AUDITOR", 200).get("items");

        assertThat(texts(items, "/type").subList(0, 3))
                .containsExactly(
                        "org.whitelane.registry.test-noted.v1",
                        "org.whitelane.registry.credit-flag-raised.v1",
                        "org.whitelane.registry.credit-flag-raised.v1");
        assertThat(texts(items, "/privatePart/actor").subList(0, 3))
                .containsExactly("officer-1", "officer-2", "officer-3");
        var second = items.get(1);
        assertThat(second.at("/privatePart/reason").asString()).isEqualTo("asked");
        assertThat(second.at("/privatePart/before").isNull()).isTrue();
        assertThat(second.at("/privatePart/after/a").asInt()).isEqualTo(1);
        assertThat(items.get(2).at("/privatePart/before/a").asInt()).isEqualTo(1);
        assertThat(second.at("/stream").asString()).isEqualTo(STREAM);
        assertThat(second.at("/position").asLong()).isPositive();
        assertThat(second.at("/aggregateVersion").asLong()).isEqualTo(1);
        assertThat(second.at("/data/organisationId").asString("")).isEqualTo("object");
        assertThat(items.valueStream().limit(3))
                .allMatch(item -> item.at("/entryProof").asString().equals("HOLDS"))
                .allMatch(item -> item.at("/privatePart/proof").asString().equals("HOLDS"));
    }

    @Test
    void everyReadingIsOnRecordBeforeItIsAnswered() throws Exception {
        save("looked-at", PrivatePart.by("officer-1"));

        var items = audit("subject=looked-at", "AUDITOR", 200).get("items");

        var reading = items.get(1);
        assertThat(reading.at("/type").asString()).isEqualTo(READ);
        assertThat(reading.at("/stream").asString()).isEqualTo("registry.internal");
        assertThat(reading.at("/privatePart/actor").asString()).isEqualTo("sub-AUDITOR");
    }

    @Test
    void whoseActsWereLookedForIsItselfPrivate() throws Exception {
        save("of-a-person", PrivatePart.by("person-1"));

        var items = audit("actor=person-1", "AUDITOR", 200).get("items");

        assertThat(items).hasSize(1);
        assertThat(
                        witness.jdbc()
                                .sql(
                                        "select convert_from(value, 'UTF8') || subject from"
                                                + " journal_entry where type = ?")
                                .param(READ)
                                .query(String.class)
                                .list())
                .isNotEmpty()
                .noneMatch(text -> text.contains("person-1"));
        var own = audit("actor=sub-AUDITOR", "AUDITOR", 200).get("items");
        assertThat(texts(own, "/privatePart/after/actor")).contains("person-1");
    }

    @Test
    void filtersAndPages() throws Exception {
        var before = Instant.now();
        for (int i = 0; i < 7; i++) {
            save("paged", PrivatePart.by(i % 2 == 0 ? "even" : "odd"));
        }
        var seen = new ArrayList<Long>();
        var query = "subject=paged&actor=even&type=org.whitelane.registry.credit-flag-raised.v1";
        var page = audit(query + "&limit=2", "AUDITOR", 200);
        while (true) {
            page.get("items").forEach(item -> seen.add(item.at("/aggregateVersion").asLong()));
            if (page.get("next").isNull()) {
                break;
            }
            var cursor = URLEncoder.encode(page.get("next").asString(), UTF_8);
            page = audit(query + "&limit=2&cursor=" + cursor, "AUDITOR", 200);
            assertThat(
                            audit("subject=paged&limit=2&cursor=" + cursor, "AUDITOR", 400)
                                    .get("code")
                                    .asString())
                    .isEqualTo("cursor-invalid");
        }
        assertThat(seen).containsExactly(1L, 3L, 5L, 7L);
        assertThat(audit("subject=paged&to=" + before, "AUDITOR", 200).get("items")).isEmpty();
        assertThat(audit("subject=paged&actor=odd&from=" + before, "AUDITOR", 200).get("items"))
                .hasSize(3);
    }

    @Test
    void refusesFiltersItDoesNotUnderstandAllAtOnce() throws Exception {
        var faults = audit("sbject=x&from=yesterday&actor=", "AUDITOR", 400).get("faults");
        assertThat(texts(faults, "/pointer"))
                .containsExactlyInAnyOrder("?sbject", "?from", "?actor");
        assertThat(texts(audit("type=x", "AUDITOR", 400).get("faults"), "/pointer"))
                .containsExactly("?subject");
        assertThat(audit("subject=x&from=-999999999-01-01T00:00:00Z", "AUDITOR", 400)).isNotNull();
    }

    @Test
    void anErasedPersonIsSaidToBeErasedOnThatDay() throws Exception {
        save("left-behind", PrivatePart.by("leaver").because("a personal reason"));
        awaitPlaced();

        instance.getBean(JournalErasure.class).erase("leaver", "left", "operator-1");

        var item = audit("subject=left-behind", "AUDITOR", 200).get("items").get(0);
        assertThat(item.at("/entryProof").asString()).isEqualTo("HOLDS");
        assertThat(item.at("/privatePart/proof").asString()).isEqualTo("ERASED");
        assertThat(item.at("/privatePart/erasedOn").asString())
                .isIn(
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
        assertThat(item.toString()).doesNotContain("leaver\"").doesNotContain("personal reason");
    }

    @Test
    void whatTheOwnerOfTheDatabaseChangedIsFoundOut() throws Exception {
        for (var subject : List.of("body", "actor", "gone", "value", "hash", "untouched")) {
            save(subject, PrivatePart.by("officer-9").because("the truth"));
        }
        awaitPlaced();
        tamper(
                "update journal_private set body = convert_to(replace(convert_from(body, 'UTF8'),"
                        + " 'truth', 'lie..'), 'UTF8') where entry_id = (%s)",
                "body");
        tamper("update journal_private set actor = 'somebody-else' where entry_id = (%s)", "actor");
        tamper("delete from journal_private where entry_id = (%s)", "gone");
        tamper("update journal_entry set value = '{\"a' where id = (%s)", "value");
        tamper("update journal_link set hash = sha256('') where entry_id = (%s)", "hash");

        assertThat(proofs("body")).isEqualTo("HOLDS ALTERED");
        assertThat(proofs("actor")).isEqualTo("HOLDS ALTERED");
        assertThat(proofs("gone")).isEqualTo("HOLDS MISSING");
        assertThat(proofs("value")).isEqualTo("ALTERED HOLDS");
        assertThat(proofs("hash")).isEqualTo("ALTERED HOLDS");
        assertThat(proofs("untouched"))
                .as("its entry is whole, the link before it is not")
                .isEqualTo("ALTERED HOLDS");
    }

    @Test
    void othersSeeWhatHappenedButNotWhoAndWhy() throws Exception {
        save("seen-by-many", PrivatePart.by("officer-1").because("secret"));
        audit("subject=seen-by-many", "AUDITOR", 200);

        var items =
                get("/api/v1/registry/history?subject=seen-by-many", "OPERATOR", 200).get("items");

        assertThat(items).as("who audits it is not shown").hasSize(1);
        assertThat(items.toString()).doesNotContain("officer-1").doesNotContain("secret");
        assertThat(items.get(0).at("/type").asString())
                .isEqualTo("org.whitelane.registry.credit-flag-raised.v1");
        for (var subject : List.of("seen-by-many", "not-there")) {
            var refused = get("/api/v1/registry/history?subject=" + subject, "REGISTRAR", 404);
            assertThat(refused.get("detail").asString()).isEqualTo("The object was not found.");
        }
        var allowed = get("/api/v1/registry/history?subject=seen-by-many", "REGULATOR", 200);
        assertThat(allowed.get("items")).hasSize(1);
    }

    @Test
    void onlyAuditorsReadPrivateParts() throws Exception {
        for (var role : List.of("OPERATOR", "REGULATOR", "REGISTRAR", "MUNICIPAL_OFFICE")) {
            assertThat(audit("subject=x", role, 403).get("code").asString())
                    .isEqualTo("role-missing");
        }
    }

    private static String proofs(String subject) throws Exception {
        var item = audit("subject=" + subject, "AUDITOR", 200).get("items").get(0);
        return item.at("/entryProof").asString() + " " + item.at("/privatePart/proof").asString();
    }

    /** As somebody would who owns the database: the triggers out of the way, then back. */
    private static void tamper(String statement, String subject) {
        var owner = Witness.as(database, Infra.superuser());
        var entry =
                "select id from journal_entry where subject = '"
                        + subject
                        + "' order by id limit 1";
        owner.sql(
                        "set session_replication_role = replica; alter table journal_entry disable"
                            + " trigger all; alter table journal_link disable trigger all; alter"
                            + " table journal_private disable trigger all; "
                                + statement.formatted(entry)
                                + "; alter table journal_entry enable always trigger"
                                + " journal_entry_append_only; alter table journal_link enable"
                                + " always trigger journal_link_append_only; alter table"
                                + " journal_private enable always trigger"
                                + " journal_private_erase_only")
                .update();
    }

    private static List<String> texts(JsonNode items, String pointer) {
        return items.valueStream().map(item -> item.at(pointer).asString("")).toList();
    }

    private static JsonNode audit(String query, String role, int status) throws Exception {
        return get("/api/v1/registry/audit?" + query, role, status);
    }

    private static JsonNode get(String path, String role, int status)
            throws IOException, InterruptedException {
        int port =
                instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header(
                                "Authorization",
                                "Bearer " + Infra.issuer().token("sub-" + role, null, role))
                        .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
