package org.whitelane.whitelist.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.EntryEvent;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.EntryDaysJob;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What days do, told once whoever looks; the days themselves are set in the table. */
class DaysTests extends ServiceTestBase {

    private final LocalDate today = LegalDays.today(Clock.systemUTC());

    @Autowired private EntryDaysJob days;
    @Autowired private ReservationExpiryJob reservations;
    @Autowired private JdbcClient db;

    private Imports imports;
    private Officer unit;
    private String entry;

    @BeforeEach
    void publish() {
        imports = new Imports(api, table);
        unit = table.enterprise("示例日期（虚构）");
        entry = imports.entry(unit);
    }

    @Test
    void remindsOnceEachAndEndsAfterTheLastDay() {
        var last = today.plusDays(100);
        set("update entry set valid_to = :day where id = :id", entry, last);
        var received = imports.reserved(unit, entry, "10");
        imports.declare(unit, received, Map.of()).expect(200);
        imports.release(received, "10").expect(201);
        imports.receive(unit, received, "10", false).expect(201);
        imports.reserved(unit, entry, "100");

        for (var day : new int[] {39, 40, 41, 70, 71, 93, 100}) {
            lookTwiceAtOnce(today.plusDays(day));
        }
        assertThat(api.get(unit, "/entries/" + entry).text("status")).isEqualTo("ACTIVE");
        lookTwiceAtOnce(today.plusDays(101));

        assertThat(api.get(unit, "/entries/" + entry).text("status")).isEqualTo("EXPIRED");
        assertThat(imports.quota(unit, entry)).isEqualTo("0/10");
        await().untilAsserted(
                        () -> {
                            assertThat(
                                            events.of(entry).stream()
                                                    .filter(
                                                            EntryEvent.EntryExpiring.class
                                                                    ::isInstance)
                                                    .map(EntryEvent.EntryExpiring.class::cast)
                                                    .map(EntryEvent.EntryExpiring::daysLeft))
                                    .containsExactly(60, 30, 7);
                            assertThat(events.typesOf(entry))
                                    .endsWith("EntryExpired", "QuotaReleased");
                        });
    }

    @Test
    void tellsTheMostUrgentOnlyWhenSeveralAreDue() {
        set("update entry set valid_to = :day where id = :id", entry, today.plusDays(5));

        days.run(today);
        days.run(today.plusDays(1));

        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(entry))
                                        .containsExactly("EntryActivated", "EntryExpiring"));
    }

    @Test
    void expiresReservationsThatWereNotDeclared() {
        var late = imports.reserved(unit, entry, "10");
        var intime = imports.reserved(unit, entry, "20");
        set(
                "update declaration set reserved_until = :day where id = :id",
                late,
                today.minusDays(1));
        set("update declaration set reserved_until = :day where id = :id", intime, today);

        Race.run(this::expire, this::expire);

        assertThat(imports.show(unit, late).text("status")).isEqualTo("EXPIRED");
        assertThat(imports.show(unit, intime).text("status")).isEqualTo("RESERVED");
        assertThat(imports.quota(unit, entry)).isEqualTo("20/0");
        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(late))
                                        .containsExactly(
                                                "DeclarationReserved", "DeclarationExpired"));
    }

    private boolean expire() {
        reservations.expire();
        return true;
    }

    private void lookTwiceAtOnce(LocalDate day) {
        Race.run(() -> look(day), () -> look(day));
    }

    private boolean look(LocalDate day) {
        days.run(day);
        return true;
    }

    private void set(String sql, String id, LocalDate day) {
        db.sql(sql).param("day", day).param("id", UUID.fromString(id)).update();
    }
}
