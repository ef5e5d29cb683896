package org.whitelane.whitelist.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Download;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The office holds a unit back, and lets it go on. */
class UnitSuspensionTests extends ServiceTestBase {

    private static final String SCHEME = "SH-2024";
    private static final Map<String, Object> WHY = Map.of("reason", "an inspection (invented)");

    @Autowired private JdbcClient db;
    @Autowired private TransactionTemplate transactions;

    private Table shanghai;
    private Imports imports;
    private Officer unit;
    private String listing;
    private String entry;

    @BeforeEach
    void list() {
        shanghai = new Table(api, registry, Fixtures.shipped(SCHEME));
        imports = new Imports(api, shanghai);
        unit = shanghai.enterprise("示例暂停（虚构）", "310115");
        var request = shanghai.request(unit, draftUnder(SCHEME), "RECOGNISED");
        api.publishUnder(SCHEME, shanghai.office(), request).expect(201);
        listing = api.get(unit, "/units").expect(200).body().at("/items/0/id").asString();
        entry = file("Dextran", "9004-54-0").expect(201).text("id");
    }

    @Test
    void nothingIsImportedUntilItIsLifted() {
        var reserved = imports.reserved(unit, entry, "100");
        var declared = imports.reserved(unit, entry, "200");
        imports.declare(unit, declared, Map.of("customsOffice", "上海海关")).expect(200);
        var plan = imports.plan(unit, entry, "1", "g").expect(201).text("id");
        assertThat(admissible()).isTrue();

        assertThat(move(unit, "suspension").status()).isEqualTo(403);
        var suspended = move(shanghai.office(), "suspension").expect(200);

        assertThat(suspended.text("status")).isEqualTo("SUSPENDED");
        assertThat(suspended.text("statusReason")).isEqualTo("an inspection (invented)");
        assertThat(imports.reserve(unit, plan).expect(422).faults())
                .containsExactly("/entry unit-suspended");
        assertThat(
                        imports.declare(unit, reserved, Map.of("customsOffice", "上海海关"))
                                .expect(422)
                                .faults())
                .containsExactly("/entry unit-suspended");
        assertThat(imports.release(declared, "200").code()).isEqualTo("unit-suspended");
        assertThat(admissible()).isFalse();
        assertThat(check().at("/reasons/0/code").asString()).isEqualTo("unit-suspended");
        assertThat(file("Glycine", "56-40-6").code()).isEqualTo("unit-not-listed");
        assertThat(api.get(unit, "/entries/" + entry).text("status")).isEqualTo("ACTIVE");
        assertThat(held()).isEqualTo("an inspection (invented)");
        var shown = api.get(null, "/public/" + SCHEME + "/units?limit=100").expect(200).body();
        assertThat(shown.path("items"))
                .anySatisfy(
                        place -> {
                            assertThat(place.path("listingNumber").asString())
                                    .isEqualTo(suspended.text("listingNumber"));
                            assertThat(place.path("status").asString()).isEqualTo("SUSPENDED");
                        });

        move(shanghai.office(), "lifting").expect(200);

        assertThat(admissible()).isTrue();
        assertThat(held()).isEmpty();
        imports.reserve(unit, plan).expect(200);
        imports.release(declared, "200").expect(201);
        imports.declare(unit, reserved, Map.of("customsOffice", "上海海关")).expect(200);
        file("Glycine", "56-40-6").expect(201);
        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(listing))
                                        .containsExactly(
                                                "UnitListed", "UnitSuspended", "UnitRestored"));
    }

    /** What the table does not have, and who is told of it. */
    @Test
    void listsWhatWasTriedInVain() {
        var tried = move(shanghai.office(), "lifting");
        assertThat(tried.expect(409).code()).isEqualTo("illegal-move");
        assertThat(tried.text("detail")).contains("suspend, remove, revoke");

        var list = "/admin/illegal-moves?aggregate=UNIT&object=" + listing;
        var operator = new Officer("operator", null, Set.of("OPERATOR"));
        await().until(() -> !api.get(operator, list).body().path("items").isEmpty());
        var move = api.get(operator, list).body().at("/items/0");
        assertThat(move.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(move.path("move").asString()).isEqualTo("lift");
        assertThat(move.path("allowed")).hasSize(3);
    }

    /** It keeps its place: another request for one is refused. */
    @Test
    void isStillTheUnitsOnlyPlace() {
        move(shanghai.office(), "suspension").expect(200);
        var request = shanghai.request(unit, draftUnder(SCHEME), "RECOGNISED");
        assertThat(api.publishUnder(SCHEME, shanghai.office(), request).code())
                .isEqualTo("entry-already-active");

        var end = Map.of("reason", "it wishes so (invented)");
        api.post(shanghai.office(), "/units/" + listing + "/removal", end).expect(200);
        assertThat(api.get(unit, "/entries/" + entry).text("status")).isEqualTo("REMOVED");
    }

    @Test
    void isDecidedOnTheVersionThatOneSaw() {
        var path = "/units/" + listing + "/suspension";
        api.postIf("7", shanghai.office(), path, WHY).expect(412);
        api.postIf("1", shanghai.office(), path, WHY).expect(200);
    }

    /**
     * Both wait for the entry, the suspension first: the reservation had looked at the unit before
     * it, and must not pass after it.
     */
    @Test
    void noReservationOvertakesIt() throws Exception {
        var plan = imports.plan(unit, entry, "1", "g").expect(201).text("id");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both =
                    transactions.execute(
                            _ -> {
                                db.sql("select 1 from entry where id = :id for update")
                                        .param("id", UUID.fromString(entry))
                                        .query(Integer.class)
                                        .single();
                                return new Both(
                                        waiting(
                                                threads,
                                                1,
                                                () -> move(shanghai.office(), "suspension")),
                                        waiting(threads, 2, () -> imports.reserve(unit, plan)));
                            });
            both.first().get().expect(200);
            assertThat(both.second().get().expect(422).faults())
                    .containsExactly("/entry unit-suspended");
        }
        assertThat(imports.quota(unit, entry)).isEqualTo("0/0");
        assertThat(events.typesOf(entry)).doesNotContain("QuotaReserved");
    }

    private record Both(Future<Answer> first, Future<Answer> second) {}

    private Future<Answer> waiting(ExecutorService threads, int count, Callable<Answer> call) {
        var running = threads.submit(call);
        await().until(
                        () ->
                                db.sql(
                                                        """
                                                        select count(*) from pg_stat_activity
                                                        where datname = current_database()
                                                          and wait_event_type = 'Lock'
                                                        """)
                                                .query(Integer.class)
                                                .single()
                                        >= count);
        return running;
    }

    private boolean admissible() {
        return check().path("admissible").asBoolean();
    }

    private JsonNode check() {
        return api.post(
                        imports.customs(),
                        "/customs/checks",
                        Map.of(
                                "entryNumber",
                                api.get(unit, "/entries/" + entry).text("entryNumber"),
                                "unit",
                                id(unit),
                                "hsCode",
                                "3913900090",
                                "quantity",
                                Imports.quantity("10", "g"),
                                "on",
                                LegalDays.today(Clock.systemUTC()).toString(),
                                "customsOffice",
                                "上海海关"))
                .expect(200)
                .body();
    }

    /** What customs' file says of the entry. */
    private String held() {
        var number = api.get(unit, "/entries/" + entry).text("entryNumber");
        return Download.of(port, imports.customs(), "/customs/" + SCHEME + "/list")
                .expect(200)
                .csv()
                .stream()
                .filter(line -> number.equals(line.get("entryNumber")))
                .map(line -> line.get("unitSuspended"))
                .findFirst()
                .orElseThrow();
    }

    private Answer move(Officer officer, String move) {
        return api.post(officer, "/units/" + listing + "/" + move, WHY);
    }

    private Answer file(String nameEn, String cas) {
        return api.post(unit, "/units/" + listing + "/articles", article(nameEn, cas));
    }
}
