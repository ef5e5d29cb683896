package org.whitelane.whitelist.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Fixtures.tianjinFile;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.whitelane.events.RequestEvent.DeadlineApproaching;
import org.whitelane.events.RequestEvent.DeadlineMissed;
import org.whitelane.events.RequestEvent.DueDateChanged;
import org.whitelane.events.RequestEvent.RequestDeemedAccepted;
import org.whitelane.events.RequestEvent.RequestLapsed;
import org.whitelane.kernel.CalendarYear;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.events.Told;
import org.whitelane.whitelist.request.ClockReading.Limit;
import org.whitelane.whitelist.request.Replayed;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.support.BatchTable;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Days that come while nobody sends anything; two instances look at once. */
class DeadlineWatchTests extends ServiceTestBase {

    private static final String SILENT = "\"deemedAcceptance\": null";
    private static final String ACCEPTS = "\"deemedAcceptance\": true";
    private static final String SOURCES = "\"sources\": {";
    private static final String OF_IT = " \"/governance/deemedAcceptance\": \"invented\",";

    private static volatile Duration ahead = Duration.ZERO;

    @TestBean private Clock clock = clock();
    @Autowired private DeadlineWatch watch;

    static Clock clock() {
        return ((InstantSource) () -> Instant.now().plus(ahead)).withZone(ZoneOffset.UTC);
    }

    @Test
    void tellsEachDayOnceWhoeverLooks() {
        var request =
                table.request(
                        table.enterprise("示例期甲（虚构）"), draft("Dextran", "9004-54-0"), "SUBMITTED");
        var year = Year.now(ZoneOffset.UTC).getValue();

        var guessed = certainty(request).equals("PROVISIONAL");
        both();
        registry.importCalendar(year);
        registry.importCalendar(year + 1);
        await().until(() -> certainty(request).equals("CERTAIN"));
        both();
        if (guessed) {
            await().untilAsserted(
                            () ->
                                    assertThat(events.of(request))
                                            .hasAtLeastOneElementOfType(DueDateChanged.class));
        }

        on(6, this::both);
        on(20, this::both);
        on(20, this::both);

        await().untilAsserted(
                        () -> {
                            assertThat(events.of(request))
                                    .hasAtLeastOneElementOfType(DeadlineMissed.class);
                            assertThat(
                                            events.of(request).stream()
                                                    .filter(e -> e instanceof DeadlineMissed))
                                    .hasSize(1);
                            assertThat(
                                            events.of(request).stream()
                                                    .filter(e -> e instanceof DeadlineApproaching))
                                    .hasSizeLessThanOrEqualTo(1);
                        });
        assertThat(api.get(table.office(), "/requests/" + request).text("status"))
                .as("the scheme does not say that silence accepts")
                .isEqualTo("SUBMITTED");
    }

    @Test
    void aRequestThatIsNotCorrectedInTimeLapsesOnceWhoeverLooks() {
        var unit = table.enterprise("示例期乙（虚构）");
        var silent = table.request(unit, draft("Dextran", "9004-54-0"), "SUBMITTED");
        var answered = table.request(unit, draft("Dextran", "9004-54-0"), "SUBMITTED");
        for (var request : List.of(silent, answered)) {
            api.post(
                            table.intake(),
                            "/requests/" + request + "/correction-requests",
                            Map.of("corrections", List.of("the specification")))
                    .expect(200);
        }
        on(30, this::both);
        assertThat(status(silent)).as("the last day is the applicant's").isNotEqualTo("LAPSED");
        api.move(unit, answered, "submission").expect(200);

        on(31, this::both);
        on(32, this::both);

        assertThat(status(silent)).isEqualTo("LAPSED");
        assertThat(status(answered)).isEqualTo("SUBMITTED");
        assertThat(api.move(unit, silent, "submission").expect(409).code())
                .isEqualTo("illegal-move");
        await().untilAsserted(
                        () ->
                                assertThat(events.of(silent))
                                        .filteredOn(e -> e instanceof RequestLapsed)
                                        .singleElement()
                                        .satisfies(
                                                e ->
                                                        assertThat(((RequestLapsed) e).step())
                                                                .isEqualTo("correction")));
    }

    private String status(String request) {
        return api.get(table.office(), "/requests/" + request).expect(200).text("status");
    }

    /** A scheme that is loaded while the service runs, and says so (Licensing Law Art. 32 (5)). */
    @Test
    void silenceAcceptsWhereTheSchemeSaysSo() {
        var file =
                tianjinFile()
                        .replace("\"TJ-2022\"", "\"TJD-2022\"")
                        .replace(SILENT, ACCEPTS)
                        .replace(SOURCES, SOURCES + OF_IT);
        var registrar = new Officer("registrar", null, Set.of("REGISTRAR"));
        api.post(registrar, "/schemes", Map.of("content", file)).expect(201);
        var scheme = Json.read(file, PilotScheme.class);
        var here = new Table(api, registry, scheme);
        var year = Year.now(ZoneOffset.UTC).getValue();
        registry.importCalendar(year);
        registry.importCalendar(year + 1);
        var unit = here.enterprise("示例期乙（虚构）");
        var draft = Table.draftUnder("TJD-2022", Table.article("Dextran", "9004-54-0"));
        var request = here.request(unit, draft, "SUBMITTED");
        var received = LegalDays.today(Clock.systemUTC());
        await().until(() -> clock(here, request, received).text("certainty").equals("CERTAIN"));

        both();
        assertThat(api.get(here.office(), "/requests/" + request).text("status"))
                .as("it is not late yet")
                .isEqualTo("SUBMITTED");
        on(20, this::both);

        assertThat(api.get(here.office(), "/requests/" + request).text("status"))
                .isEqualTo("ACCEPTED");
        await().untilAsserted(
                        () ->
                                assertThat(events.of(request))
                                        .filteredOn(RequestDeemedAccepted.class::isInstance)
                                        .singleElement()
                                        .isInstanceOfSatisfying(
                                                RequestDeemedAccepted.class,
                                                deemed ->
                                                        assertThat(deemed.acceptedOn())
                                                                .isEqualTo(received.toString())));
        servesWhatTheEventsSay(here, scheme, request, received.plusDays(21));
    }

    /** The decision's limit among it, which counts from the day of receipt. */
    private void servesWhatTheEventsSay(
            Table here, PilotScheme scheme, String request, LocalDate asOf) {
        var served = clock(here, request, asOf).body().path("limits").valueStream();
        var told = events.of(request).stream().map(Told::of).toList();
        var year = asOf.getYear();
        var calendar =
                WorkingDayCalendar.of(
                        IntStream.rangeClosed(year - 1, year + 1)
                                .mapToObj(y -> new CalendarYear(y, Set.of(), Set.of()))
                                .toList());
        assertThat(served.map(limit -> Json.read(limit.toString(), Limit.class)))
                .isEqualTo(Replayed.limits(scheme, calendar, told, asOf))
                .anySatisfy(
                        limit -> {
                            assertThat(limit.step()).isEqualTo(PilotScheme.DECISION);
                            assertThat(limit.startOn()).isEqualTo(asOf.minusDays(21));
                        });
    }

    private Answer clock(Table here, String request, LocalDate asOf) {
        return api.get(here.office(), "/requests/%s/clock?asOf=%s".formatted(request, asOf))
                .expect(200);
    }

    /** Open Government Information Regulations Art. 26, counted from the recognition. */
    @Test
    void tellsWhenWhatWasRecognisedIsNotMadePublicInTime() {
        var request =
                table.request(
                        table.enterprise("示例期丙（虚构）"), draft("Dextran", "9004-54-0"), "RECOGNISED");
        var batch = new BatchTable(api, "TJ-2022", table.office()).open(request).expect(201);
        var year = Year.now(ZoneOffset.UTC).getValue();
        registry.importCalendar(year);
        registry.importCalendar(year + 1);
        await().until(() -> certainty(request).equals("CERTAIN"));
        both();

        var due = publicationDue(request);
        var shown = api.get(table.office(), "/batches/" + batch.text("id")).expect(200);
        assertThat(shown.text("disclosureDueOn")).isEqualTo(due);
        assertThat(shown.body().at("/requests/0/disclosure").toString())
                .isEqualTo("{\"dueOn\":\"%s\",\"provisional\":false}".formatted(due));

        var days =
                (int)
                        ChronoUnit.DAYS.between(
                                LegalDays.today(Clock.systemUTC()), LocalDate.parse(due));
        on(days, this::both);
        assertThat(events.typesOf(request)).doesNotContain("DeadlineMissed");
        on(days + 1, this::both);
        on(days + 2, this::both);
        await().untilAsserted(
                        () ->
                                assertThat(events.of(request))
                                        .filteredOn(e -> e instanceof DeadlineMissed)
                                        .singleElement()
                                        .extracting(
                                                e ->
                                                        ((DeadlineMissed) e).step()
                                                                + " "
                                                                + ((DeadlineMissed) e).dueOn())
                                        .isEqualTo("publication " + due));
    }

    private String publicationDue(String request) {
        return api.get(table.office(), "/requests/" + request + "/clock")
                .expect(200)
                .body()
                .path("limits")
                .valueStream()
                .filter(limit -> limit.path("step").asString().equals("publication"))
                .findFirst()
                .orElseThrow()
                .path("dueOn")
                .asString();
    }

    private String certainty(String request) {
        return api.get(table.office(), "/requests/" + request + "/clock")
                .expect(200)
                .text("certainty");
    }

    private void both() {
        Race.run(this::look, this::look);
    }

    private boolean look() {
        watch.look();
        return true;
    }

    private static void on(int daysAhead, Runnable job) {
        ahead = Duration.ofDays(daysAhead);
        try {
            job.run();
        } finally {
            ahead = Duration.ZERO;
        }
    }
}
