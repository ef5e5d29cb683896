package org.whitelane.whitelist.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.events.EntryEvent;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Imports under an entry, over HTTP and on a real database. */
class ImportTests extends ServiceTestBase {

    private Imports imports;
    private Officer unit;
    private String entry;

    @BeforeEach
    void publish() {
        imports = new Imports(api, table);
        unit = table.enterprise("示例进口（虚构）");
        entry = imports.entry(unit);
    }

    @Test
    void goesFromThePlanToTheDoor() {
        var plan = imports.plan(unit, entry, "2", "kg").expect(201);
        var id = plan.text("id");
        assertThat(plan.body().path("quantity").path("planned").asString()).isEqualTo("2000");
        assertThat(imports.quota(unit, entry)).isEqualTo("0/0");

        var reserved = imports.reserve(unit, id).expect(200).body().path("reservation");
        assertThat(reserved.path("quotaMode").asString()).isEqualTo("TOTAL");
        assertThat(reserved.path("quotaModeConfigured").asBoolean()).isTrue();
        assertThat(reserved.path("untilDefaulted").asBoolean()).isTrue();
        assertThat(imports.quota(unit, entry)).isEqualTo("2000/0");

        imports.declare(unit, id, Map.of()).expect(200);
        imports.release(id, "1500").expect(201);
        imports.receive(unit, id, "1000", false).expect(201);
        assertThat(imports.quota(unit, entry)).isEqualTo("1000/1000");
        imports.receive(unit, id, "200", true).expect(201);

        assertThat(imports.quota(unit, entry)).isEqualTo("0/1200");
        assertThat(imports.show(unit, id).text("status")).isEqualTo("RECEIVED");
        await().untilAsserted(
                        () -> {
                            assertThat(events.typesOf(id))
                                    .containsExactly(
                                            "DeclarationReserved",
                                            "DeclarationDeclared",
                                            "DeclarationReleased",
                                            "DeclarationReceived",
                                            "DeclarationReceived");
                            assertThat(events.typesOf(entry))
                                    .containsExactly(
                                            "EntryActivated",
                                            "QuotaReserved",
                                            "QuotaUsed",
                                            "QuotaUsed",
                                            "QuotaReleased");
                        });
    }

    @Test
    void givesBackWhatDoesNotArrive() {
        var cancelled = imports.reserved(unit, entry, "1000");
        var refused = imports.reserved(unit, entry, "1000");
        var returned = imports.reserved(unit, entry, "1000");
        assertThat(imports.quota(unit, entry)).isEqualTo("3000/0");

        var why = Map.<String, Object>of("reason", "a test");
        imports.move(unit, cancelled, "cancellation", why).expect(200);
        imports.declare(unit, refused, Map.of()).expect(200);
        imports.move(imports.customs(), refused, "refusal", why).expect(200);
        imports.declare(unit, returned, Map.of()).expect(200);
        imports.release(returned, "1000").expect(201);
        imports.receive(unit, returned, "250.5", false).expect(201);
        imports.move(imports.customs(), returned, "return", why).expect(200);

        assertThat(imports.quota(unit, entry)).isEqualTo("0/250.5");
    }

    @Test
    void isExhaustedAndComesBack() {
        var all = imports.reserved(unit, entry, "5000");
        assertThat(status()).isEqualTo("EXHAUSTED");
        var more = imports.plan(unit, entry, "0.000001", "g").expect(201).text("id");
        assertThat(imports.reserve(unit, more).expect(422).faults())
                .containsExactly("/quantity quota-exceeded");

        imports.move(unit, all, "cancellation", Map.of("reason", "a test")).expect(200);

        assertThat(status()).isEqualTo("ACTIVE");
        imports.reserve(unit, more).expect(200);
        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(entry))
                                        .containsExactly(
                                                "EntryActivated",
                                                "QuotaReserved",
                                                "EntryQuotaLow",
                                                "EntryExhausted",
                                                "QuotaReleased",
                                                "QuotaReserved"));
    }

    @Test
    void tellsEveryFaultOfTheCustomsPapers() {
        var id = imports.reserved(unit, entry, "10");
        var stranger = table.enterprise("示例外人（虚构）");

        var answer =
                imports.declare(
                        stranger,
                        id,
                        Map.of(
                                "number", "020220231000000001",
                                "customsOffice", "示例海关",
                                "hsCode", "3001909091",
                                "declaredOn", "2099-01-01"));

        assertThat(answer.expect(422).faults())
                .containsExactlyInAnyOrder(
                        "/number declaration-year",
                        "/declaredOn day-in-future",
                        "/declaredOn reservation-over",
                        "/hsCode hs-code-differs",
                        "/consignee consignee-differs",
                        "/customsOffice customs-office-not-in-scheme");
        imports.declare(unit, id, Map.of("consignee", "91350100M000100Y43")).expect(200);
        assertThat(imports.declare(unit, id, Map.of()).code()).isEqualTo("illegal-move");
    }

    @Test
    void refusesMoreThanWasReleased() {
        var id = imports.reserved(unit, entry, "100");
        imports.declare(unit, id, Map.of()).expect(200);
        assertThat(imports.release(id, "100.000001").code()).isEqualTo("release-exceeds");
        imports.release(id, "60").expect(201);
        assertThat(imports.receive(unit, id, "60.000001", false).code()).isEqualTo("over-receipt");
        assertThat(
                        imports.move(
                                        unit,
                                        id,
                                        "receipts",
                                        Map.of("quantity", Imports.quantity("1", "vial")))
                                .code())
                .isEqualTo("unit-not-convertible");
        imports.receive(unit, id, "60", false).expect(201);
        imports.move(unit, id, "receipts", Map.of("last", true)).expect(201);
        assertThat(imports.quota(unit, entry)).isEqualTo("0/60");
    }

    @Test
    void isNotThereForOthers() {
        var id = imports.reserved(unit, entry, "10");
        var stranger = table.enterprise("示例外人乙（虚构）");
        var foreign = new Officer("customs-x", id(stranger), Set.of("CUSTOMS_OFFICER"));

        assertThat(api.get(stranger, "/declarations/" + id).status()).isEqualTo(404);
        assertThat(imports.plan(stranger, entry, "1", "g").status()).isEqualTo(404);
        assertThat(imports.reserve(stranger, id).status()).isEqualTo(404);
        assertThat(imports.move(foreign, id, "refusal", Map.of("reason", "a test")).status())
                .isEqualTo(404);
        assertThat(imports.reserve(imports.customs(), id).code()).isEqualTo("role-missing");
        assertThat(api.get(imports.customs(), "/declarations?entry=" + entry).body().path("items"))
                .hasSize(1);
        assertThat(api.get(stranger, "/declarations").body().path("items")).isEmpty();
    }

    /** 50 want 150 g each of 5000 g: 33 get it, and not one more. */
    @Test
    void neverReservesMoreThanThereIs() {
        var plans =
                IntStream.range(0, 50)
                        .mapToObj(_ -> imports.plan(unit, entry, "150", "g").expect(201).text("id"))
                        .toList();

        var answers =
                Race.run(
                        plans.stream()
                                .<Callable<Answer>>map(id -> () -> decided(id))
                                .toArray(ImportTests::callables));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(33);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(17)
                .allSatisfy(
                        answer ->
                                assertThat(answer.faults())
                                        .containsExactly("/quantity quota-exceeded"));
        assertThat(imports.quota(unit, entry)).isEqualTo("4950/0");
        await().untilAsserted(() -> assertThat(reservedByEvents()).isEqualByComparingTo("4950"));
    }

    @Test
    void movesOneDeclarationOnce() {
        var id = imports.plan(unit, entry, "150", "g").expect(201).text("id");

        var answers =
                Race.run(
                        IntStream.range(0, 8)
                                .<Callable<Answer>>mapToObj(_ -> () -> imports.reserve(unit, id))
                                .toArray(ImportTests::callables));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("illegal-move"));
        assertThat(imports.quota(unit, entry)).isEqualTo("150/0");
    }

    /** Whoever was overtaken looks again, in the transaction of his key. */
    @Test
    void countsEveryPartThatArrivesAtTheSameMoment() {
        var id = imports.reserved(unit, entry, "100");
        imports.declare(unit, id, Map.of()).expect(200);
        imports.release(id, "100").expect(201);

        var answers =
                Race.run(
                        IntStream.range(0, 4)
                                .<Callable<Answer>>mapToObj(
                                        _ -> () -> imports.receive(unit, id, "10", false))
                                .toArray(ImportTests::callables));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(imports.quota(unit, entry)).isEqualTo("60/40");
    }

    /** A machine that is too slow decides nothing (503), so the unit asks again. */
    private Answer decided(String declaration) {
        var answer = imports.reserve(unit, declaration);
        while (answer.status() == 503) {
            answer = imports.reserve(unit, declaration);
        }
        return answer;
    }

    private BigDecimal reservedByEvents() {
        var sum = BigDecimal.ZERO;
        for (var event : events.of(entry)) {
            switch (event) {
                case EntryEvent.QuotaReserved moved ->
                        sum = sum.add(new BigDecimal(moved.quantity().amount()));
                case EntryEvent.QuotaReleased moved ->
                        sum = sum.subtract(new BigDecimal(moved.quantity().amount()));
                case EntryEvent.QuotaUsed moved ->
                        sum = sum.subtract(new BigDecimal(moved.fromReservation().amount()));
                default -> {}
            }
        }
        return sum;
    }

    private String status() {
        return api.get(unit, "/entries/" + entry).expect(200).text("status");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Callable<Answer>[] callables(int length) {
        return new Callable[length];
    }
}
