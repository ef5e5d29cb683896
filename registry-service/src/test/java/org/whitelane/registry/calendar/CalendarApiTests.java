package org.whitelane.registry.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.events.RegistryEvent;
import org.whitelane.events.Topic;
import org.whitelane.registry.Answer;
import org.whitelane.registry.Api;
import org.whitelane.registry.Records;
import org.whitelane.registry.TestRegistry;
import org.whitelane.testing.Infra;
import org.whitelane.testing.JournalledEvents;

import java.util.List;
import java.util.Map;

class CalendarApiTests {

    private final Api api = TestRegistry.shared();
    private final String registrar = TestRegistry.registrar();

    @ParameterizedTest
    @CsvSource({
        "2022-06-20, 6, 2022-06-28",
        "2023-09-20, 5, 2023-09-27",
        "2023-09-20, 20, 2023-10-24",
        "2024-08-02, 30, 2024-09-13",
        "2025-01-20, 10, 2025-02-08",
        "2023-06-29, 60, 2023-09-21",
        "2024-10-28, 60, 2025-01-21",
        "2022-01-21, 60, 2022-04-21",
        "2025-10-23, 60, 2026-01-16"
    })
    void countsWithTheYearsThatComeWithTheSuite(String from, int workingDays, String due) {
        var answer = dueDate(from, String.valueOf(workingDays));
        assertThat(answer.text("dueOn")).isEqualTo(due);
        assertThat(answer.body().path("provisional").asBoolean()).isFalse();
        assertThat(answer.body().path("calendarVersions").path(due.substring(0, 4)).asInt())
                .isPositive();
    }

    @AfterAll
    static void whatWasSaidFitsTheSchemas() {
        JournalledEvents.keepTheContract("registry");
    }

    @Test
    void saysThatADayIsProvisionalAndWhichYearIsMissing() {
        var answer = dueDate("2029-12-20", "20");
        assertThat(answer.body().path("provisional").asBoolean()).isTrue();
        assertThat(answer.body().path("missingYear").asInt()).isEqualTo(2029);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-30, 5",
        "yesterday, 5",
        "2023-02-28, -1",
        "2023-02-28, 2001",
        "2023-02-28, many",
        "+999999999-12-31, 5",
        "'', 5"
    })
    void refusesWhatCannotBeCounted(String from, String workingDays) {
        assertThat(dueDate(from.replace("+", "%2B"), workingDays).status()).isEqualTo(400);
    }

    @Test
    void everyImportOfAYearIsAVersionAndAnEvent() {
        var first = add(2027, List.of("2027-01-01"), List.of());
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("version").asInt()).isEqualTo(1);
        var unchanged = add(2027, List.of("2027-01-01"), List.of());
        assertThat(unchanged.status()).isEqualTo(409);
        assertThat(unchanged.text("code")).isEqualTo("calendar-unchanged");
        var corrected = add(2027, List.of("2027-01-01", "2027-02-05"), List.of("2027-02-07"));
        assertThat(corrected.body().path("version").asInt()).isEqualTo(2);
        assertThat(api.get("/calendars/2027", registrar).body()).isEqualTo(corrected.body());
        await().untilAsserted(
                        () ->
                                assertThat(Records.of(Topic.CALENDAR, "CN-2027"))
                                        .extracting(
                                                e ->
                                                        ((RegistryEvent.CalendarImported) e.data())
                                                                .version())
                                        .containsExactly(1, 2));
    }

    @Test
    void refusesDaysThatContradictEachOther() {
        var answer =
                add(
                        2028,
                        List.of("2028-01-01", "2029-01-01", "2028-01-29"),
                        List.of("2028-01-29", "2028-02-01"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults().keySet())
                .containsExactlyInAnyOrder("/holidays/1", "/workdays/0", "/workdays/1");
        assertThat(answer.faults().values()).containsOnly("contradiction");
        assertThat(add(2028, List.of("2028-02-30"), List.of()).faults())
                .isEqualTo(Map.of("/holidays/0", "date"));
        assertThat(add(1999, List.of(), List.of()).faults()).isEqualTo(Map.of("/year", "min"));
        assertThat(api.get("/calendars/2028", registrar).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999", "99", "20266", "abcd"})
    void knowsNoOtherYears(String year) {
        assertThat(api.get("/calendars/" + year, registrar).status()).isEqualTo(404);
    }

    @Test
    void onlyTheRegistrarImports() {
        var officer = Infra.issuer().token("officer", "o-1", "MUNICIPAL_OFFICE");
        var year =
                Map.of(
                        "year",
                        2028,
                        "source",
                        "Invented",
                        "holidays",
                        List.of(),
                        "workdays",
                        List.of());
        assertThat(api.post("/calendars", officer, year).status()).isEqualTo(403);
    }

    private Answer dueDate(String from, String workingDays) {
        return api.get(
                "/calendars/due-date?from=%s&workingDays=%s".formatted(from, workingDays),
                registrar);
    }

    private Answer add(int year, List<String> holidays, List<String> workdays) {
        return api.post(
                "/calendars",
                registrar,
                Map.of(
                        "year",
                        year,
                        "source",
                        "Invented",
                        "holidays",
                        holidays,
                        "workdays",
                        workdays));
    }
}
