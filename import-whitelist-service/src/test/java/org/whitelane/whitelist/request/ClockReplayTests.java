package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.ENTERPRISE;
import static org.whitelane.whitelist.support.Fixtures.TODAY;
import static org.whitelane.whitelist.support.Fixtures.article;
import static org.whitelane.whitelist.support.Fixtures.content;
import static org.whitelane.whitelist.support.Fixtures.members;
import static org.whitelane.whitelist.support.Fixtures.party;
import static org.whitelane.whitelist.support.Fixtures.reviewer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whitelane.kernel.CalendarYear;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.events.Told;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.support.Fixtures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * The clock is a function of the journal: whatever officers and applicants do, in whatever order,
 * the stored events alone give the reading that the service gives. The seed is told. Chance alone
 * seldom gets as far as publication: in every third history all go the same way.
 */
class ClockReplayTests {

    private static final int HISTORIES = 300;
    private static final int ATTEMPTS = 120;

    private static final List<RequestAction> ACTIONS =
            List.of(
                    RequestAction.REVISE,
                    RequestAction.ADMIT,
                    RequestAction.SUBMIT,
                    RequestAction.ACCEPT,
                    RequestAction.REQUEST_CORRECTION,
                    RequestAction.DEEM_ACCEPTED,
                    RequestAction.LAPSE,
                    RequestAction.RECOMMEND,
                    RequestAction.OPEN_JOINT_REVIEW,
                    RequestAction.GIVE_OPINION,
                    RequestAction.GIVE_OPINION,
                    RequestAction.GIVE_OPINION,
                    RequestAction.GIVE_OPINION,
                    RequestAction.GIVE_OPINION,
                    RequestAction.GIVE_OPINION,
                    RequestAction.SUPPLY,
                    RequestAction.SUPPLY,
                    RequestAction.EXTEND,
                    RequestAction.RECOGNISE,
                    RequestAction.REJECT,
                    RequestAction.PUBLISH);

    /** What leads to publication. */
    private static final List<RequestAction> ONWARD =
            List.of(
                    RequestAction.SUBMIT,
                    RequestAction.ACCEPT,
                    RequestAction.RECOMMEND,
                    RequestAction.OPEN_JOINT_REVIEW,
                    RequestAction.GIVE_OPINION,
                    RequestAction.GIVE_OPINION,
                    RequestAction.RECOGNISE,
                    RequestAction.PUBLISH);

    @Test
    void theEventsAloneGiveTheReadingThatIsServed() {
        var seen = new EnumMap<RequestAction, Integer>(RequestAction.class);
        for (var i = 0; i < HISTORIES; i++) {
            var seed = new Random().nextLong();
            var history =
                    new History(
                            new Random(seed), i % 2 == 0 ? levels() : Cases.deeming(), i % 3 == 0);
            history.run();
            history.counts(seen);
            history.reads("seed " + seed);
        }
        assertThat(seen.keySet()).as("moves that were made").containsAll(ACTIONS);
    }

    /** Two levels, of which one recommends. */
    private static PilotScheme levels() {
        return Fixtures.beijing();
    }

    private static final class History {

        private final Random random;
        private final PilotScheme scheme;
        private final boolean agreed;
        private final ReviewClock clock;
        private final List<Told> journal = new ArrayList<>();
        private WhitelistRequest request;
        private final String division;
        private LocalDate today = TODAY;

        History(Random random, PilotScheme scheme, boolean agreed) {
            this.random = random;
            this.agreed = agreed;
            this.scheme = scheme;
            // in Tianjin's zone or in Haidian: one of the two is outside, and assessed in Beijing
            this.division = random.nextBoolean() ? "120116" : "110108";
            this.clock = new ReviewClock(scheme, calendar(random), general());
            this.request =
                    WhitelistRequest.draft(
                            new UUID(1, 1),
                            "TJ-2022-2026-000001",
                            new SchemeRef(scheme.code(), scheme.version()),
                            ENTERPRISE,
                            content());
            tell(null, new RequestFact.Drafted(), Fixtures.applicant());
        }

        private static Map<String, Deadline> general() {
            return new GeneralLimits(30, 30).byStep();
        }

        void run() {
            for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
                today = today.plusDays(random.nextInt(4) == 0 ? random.nextInt(25) : 0);
                var actions = agreed ? ONWARD : ACTIONS;
                var action = actions.get(random.nextInt(actions.size()));
                var officer = officer(action);
                var before = request;
                if (RequestDecider.decide(request, command(action), officer, at())
                        instanceof Outcome.Accepted(var after, var facts)) {
                    request = after;
                    facts.forEach(fact -> tell(before, fact, officer));
                }
            }
        }

        private void tell(@Nullable WhitelistRequest before, RequestFact fact, Officer by) {
            journal.add(Told.of(new RequestChanged(before, request, fact, by)));
        }

        void counts(Map<RequestAction, Integer> seen) {
            request.steps().forEach(step -> seen.merge(step.action(), 1, Integer::sum));
            if (journal.stream().anyMatch(event -> event.type().equals("request-revised.v1"))) {
                seen.merge(RequestAction.REVISE, 1, Integer::sum);
            }
        }

        /** On every day of the history, and for a while after it. */
        void reads(String seed) {
            var replayed = JournalCourse.of(journal);
            var first = TODAY.minusDays(1);
            for (var day = first; !day.isAfter(today.plusDays(40)); day = day.plusDays(3)) {
                assertThat(clock.read(replayed, day))
                        .as("%s on %s", seed, day)
                        .isEqualTo(clock.read(request, day));
            }
        }

        private Officer officer(RequestAction action) {
            if (action == RequestAction.GIVE_OPINION) {
                var roles = scheme.governance().reviewers();
                return reviewer(roles.get(random.nextInt(roles.size())));
            }
            return switch (action.who()) {
                case DISTRICT -> Fixtures.district();
                case INTAKE ->
                        Fixtures.officer(
                                "intake",
                                Fixtures.agency(
                                        scheme.governance()
                                                .rolesWith(PilotScheme.Duty.INTAKE)
                                                .getFirst()),
                                "INTAKE_OFFICER");
                default -> Cases.rightOfficer(action.who());
            };
        }

        private RequestCommand command(RequestAction action) {
            return switch (action) {
                case GIVE_OPINION -> {
                    var more = !agreed && random.nextInt(6) == 0;
                    yield new RequestCommand.GiveOpinion(
                            more ? Opinion.Kind.NEED_MORE : Opinion.Kind.AGREE,
                            more ? "a report is missing" : null);
                }
                case REVISE -> {
                    var other = article(Map.of("specification", "grade " + random.nextInt(3)));
                    var content = content(other);
                    yield new RequestCommand.Revise(
                            new RequestWish(
                                    scheme.code(),
                                    content.kind(),
                                    content.items(),
                                    List.of(),
                                    content.project(),
                                    content.responsiblePerson(),
                                    content.commitmentSignedOn()));
                }
                default -> Cases.command(action);
            };
        }

        private Deliberation at() {
            return new Deliberation(
                    scheme,
                    members(scheme),
                    Ties.NONE,
                    new PartyKnowledge.Known(party("ACTIVE", division)),
                    Cases.unlisted(),
                    clock,
                    today,
                    _ -> true,
                    null);
        }

        /** With a year missing now and then. */
        private static WorkingDayCalendar calendar(Random random) {
            var years = new ArrayList<>(List.of(2025, 2026, 2027, 2028, 2029));
            if (random.nextBoolean()) {
                years.remove(Integer.valueOf(2026));
            }
            return WorkingDayCalendar.of(
                    years.stream()
                            .map(year -> new CalendarYear(year, Set.of(), Set.of()))
                            .toList());
        }
    }
}
