package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.TODAY;
import static org.whitelane.whitelist.support.Fixtures.enterprise;
import static org.whitelane.whitelist.support.Fixtures.members;
import static org.whitelane.whitelist.support.Fixtures.tianjin;
import static org.whitelane.whitelist.support.Fixtures.tianjinFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whitelane.kernel.CalendarYear;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.support.Fixtures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asked on {@link Fixtures#TODAY}; nobody answers. */
class LapsingTests {

    private static final Deadline CONFIGURED =
            new Deadline(30, Deadline.Unit.DAY, "configuration of the service", true);

    @Test
    void theLastDayIsStillTheApplicants() {
        var last = TODAY.plusDays(30);

        assertThat(refused(corrected(), tianjin(), last).detail()).contains(last.toString());
        var lapsed = lapsed(corrected(), tianjin(), last.plusDays(1));
        assertThat(lapsed.request().status()).isEqualTo(RequestStatus.LAPSED);
        assertThat(lapsed.facts())
                .singleElement()
                .isInstanceOfSatisfying(
                        RequestFact.Lapsed.class,
                        fact -> {
                            assertThat(fact.limit().dueOn()).isEqualTo(last);
                            assertThat(fact.reason()).isEqualTo("configuration of the service");
                        });
    }

    @Test
    void theSchemesOwnLimitGoesBeforeTheConfiguredOne() {
        var scheme = with("correction", 5, "DAY");

        assertThat(lapsed(corrected(), scheme, TODAY.plusDays(6)).facts())
                .singleElement()
                .isInstanceOfSatisfying(
                        RequestFact.Lapsed.class,
                        fact -> assertThat(fact.limit().basis()).isEqualTo("a test"));
    }

    @Test
    void aSupplementLapsesOnlyWhereTheSchemeSetsALimit() {
        var asked = Cases.in(RequestStatus.JOINT_REVIEW).withOpinion(Cases.asking("MPA"), TODAY);
        var waiting =
                asked.moved(
                        RequestStatus.SUPPLEMENT,
                        Step.of(RequestAction.GIVE_OPINION, TODAY, "reviewer-MPA", "MPA", 1));

        assertThat(refused(waiting, tianjin(), TODAY.plusYears(1)).detail())
                .contains("sets no limit");
        assertThat(
                        lapsed(waiting, with("supplement", 10, "DAY"), TODAY.plusDays(11))
                                .request()
                                .status())
                .isEqualTo(RequestStatus.LAPSED);
    }

    @Test
    void aDayThatACalendarMayMoveEndsNothing() {
        var scheme = with("correction", 5, "WORKING_DAY");
        var late = TODAY.plusDays(20);
        var loaded = WorkingDayCalendar.of(List.of(new CalendarYear(2026, Set.of(), Set.of())));

        assertThat(refused(corrected(), scheme, late).detail()).contains("provisionally");
        assertThat(decide(corrected(), scheme, late, loaded, Officer.system()))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @ParameterizedTest
    @EnumSource(value = Who.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseLetsARequestLapse(Who who) {
        var late = TODAY.plusDays(31);
        var nothing = WorkingDayCalendar.of(List.of());

        assertThat(decide(corrected(), tianjin(), late, nothing, Cases.rightOfficer(who)))
                .isInstanceOf(Outcome.Refused.class);
    }

    private static WhitelistRequest corrected() {
        return Cases.in(RequestStatus.SUBMITTED)
                .moved(
                        RequestStatus.CORRECTION_REQUESTED,
                        Step.of(RequestAction.REQUEST_CORRECTION, TODAY, "intake", "MPA", 1));
    }

    private static PilotScheme with(String step, int amount, String unit) {
        return Json.read(
                tianjinFile()
                        .replace(
                                "\"%s\": null".formatted(step),
                                "\"%s\": {\"amount\": %d, \"unit\": \"%s\", \"basis\": \"a test\", \"defaulted\": false}"
                                        .formatted(step, amount, unit)),
                PilotScheme.class);
    }

    private static Outcome.Accepted lapsed(
            WhitelistRequest request, PilotScheme scheme, LocalDate today) {
        var outcome =
                decide(request, scheme, today, WorkingDayCalendar.of(List.of()), Officer.system());
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted) outcome;
    }

    private static Outcome.Refused refused(
            WhitelistRequest request, PilotScheme scheme, LocalDate today) {
        var outcome =
                decide(request, scheme, today, WorkingDayCalendar.of(List.of()), Officer.system());
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused) outcome;
    }

    private static Outcome decide(
            WhitelistRequest request,
            PilotScheme scheme,
            LocalDate today,
            WorkingDayCalendar calendar,
            Officer officer) {
        return RequestDecider.decide(
                request,
                new RequestCommand.Lapse(),
                officer,
                new Deliberation(
                        scheme,
                        members(scheme),
                        Ties.NONE,
                        new PartyKnowledge.Known(enterprise()),
                        Cases.unlisted(),
                        new ReviewClock(scheme, calendar, Map.of("correction", CONFIGURED)),
                        today,
                        _ -> true,
                        null));
    }
}
