package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.beijing;
import static org.whitelane.whitelist.support.Fixtures.tianjin;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whitelane.kernel.CalendarYear;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.kernel.WorkingDays;
import org.whitelane.whitelist.request.ClockReading.Desk;
import org.whitelane.whitelist.request.ClockReading.Interval;
import org.whitelane.whitelist.request.ClockReading.Limit;
import org.whitelane.whitelist.request.ClockReading.State;
import org.whitelane.whitelist.request.Course.Mark;
import org.whitelane.whitelist.request.Course.Voice;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.support.RealYears;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** The clock is a function: by example, and over random courses whose seed is told. */
class CaseClockTests {

    private static final LocalDate START = LocalDate.of(2025, 1, 6);

    /**
     * domain.md §7; the official days off and make-up days of 2022 to 2026, as far as they count.
     */
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
    void countsTheKnownPeriods(LocalDate from, int days, LocalDate last) {
        var decision = new Deadline(days, Deadline.Unit.WORKING_DAY, "a rule", false);
        var clock = clock(decision, RealYears.from2022To2026());

        var read = clock.read(accepted(from), from).last(PilotScheme.DECISION).orElseThrow();

        assertThat(read.dueOn()).isEqualTo(last);
        assertThat(read.provisional()).isFalse();
        assertThat(clock.read(accepted(from), last).last(PilotScheme.DECISION).orElseThrow())
                .satisfies(
                        limit -> {
                            assertThat(limit.used()).isEqualTo(days);
                            assertThat(limit.remaining()).isZero();
                            assertThat(limit.state()).isEqualTo(State.RUNNING);
                        });
        assertThat(
                        clock.read(accepted(from), last.plusDays(1))
                                .last(PilotScheme.DECISION)
                                .orElseThrow()
                                .state())
                .isEqualTo(State.EXPIRED);
    }

    @Test
    void standsStillWhileTheApplicantSupplies() {
        var course =
                course(
                        List.of(
                                new Voice("CUSTOMS", Opinion.Kind.NEED_MORE, day(7), day(21)),
                                new Voice("MPA", Opinion.Kind.AGREE, day(7), null)),
                        mark(0, RequestAction.SUBMIT, RequestStatus.SUBMITTED),
                        mark(1, RequestAction.ACCEPT, RequestStatus.ACCEPTED),
                        mark(2, RequestAction.OPEN_JOINT_REVIEW, RequestStatus.JOINT_REVIEW),
                        mark(7, RequestAction.GIVE_OPINION, RequestStatus.SUPPLEMENT),
                        mark(21, RequestAction.SUPPLY, RequestStatus.JOINT_REVIEW));
        var clock = clock(limit(10), plain());

        var waiting = clock.read(course, day(14));
        var stopped = waiting.last(PilotScheme.DECISION).orElseThrow();
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.used()).isEqualTo(4);
        assertThat(stopped.intervals().getLast())
                .isEqualTo(
                        new Interval(
                                State.STOPPED,
                                day(7),
                                day(14),
                                5,
                                List.of("CUSTOMS"),
                                "Administrative Licensing Law Art. 45, supplement by the"
                                        + " applicant"));
        assertThat(waiting.holder().desk()).isEqualTo(Desk.APPLICANT);
        assertThat(waiting.running()).isEmpty();

        var goesOn = clock.read(course, day(22));
        var running = goesOn.last(PilotScheme.DECISION).orElseThrow();
        assertThat(running.intervals())
                .extracting(Interval::state)
                .containsExactly(State.RUNNING, State.STOPPED, State.RUNNING);
        assertThat(running.used()).isEqualTo(5);
        // 6 of 10 are left at the supply, on a Monday
        assertThat(running.dueOn()).isEqualTo(day(29));
        assertThat(goesOn.holder().desk()).isEqualTo(Desk.AGENCY);
        assertThat(goesOn.holder().agencyRoles()).contains("CUSTOMS").doesNotContain("MPA");
    }

    @Test
    void startsAnewAtEachLevelAndEachSubmission() {
        var scheme = beijing();
        var clock = new ReviewClock(scheme, plain(), GeneralLimits.LAW);
        var course =
                course(
                        List.of(),
                        mark(0, RequestAction.SUBMIT, RequestStatus.SUBMITTED),
                        mark(
                                1,
                                RequestAction.REQUEST_CORRECTION,
                                RequestStatus.CORRECTION_REQUESTED),
                        mark(10, RequestAction.SUBMIT, RequestStatus.SUBMITTED),
                        mark(11, RequestAction.ACCEPT, RequestStatus.ACCEPTED),
                        mark(14, RequestAction.RECOMMEND, RequestStatus.RECOMMENDED));

        var read = clock.read(course, day(15));

        assertThat(read.limits().stream().filter(l -> l.step().equals(PilotScheme.ACCEPTANCE)))
                .extracting(Limit::startOn)
                .containsExactly(day(0), day(10));
        assertThat(read.last(PilotScheme.RECOMMENDATION).orElseThrow().endedOn())
                .isEqualTo(day(14));
        assertThat(read.holder().desk()).isEqualTo(Desk.OFFICE);
        assertThat(clock.read(course, day(12)).holder().desk()).isEqualTo(Desk.DISTRICT);
    }

    @Test
    void countsFromReceiptWhatSilenceAccepted() {
        var course =
                course(
                        List.of(),
                        mark(0, RequestAction.SUBMIT, RequestStatus.SUBMITTED),
                        mark(9, RequestAction.DEEM_ACCEPTED, RequestStatus.ACCEPTED));

        assertThat(
                        clock(limit(10), plain())
                                .read(course, day(9))
                                .last(PilotScheme.DECISION)
                                .orElseThrow()
                                .startOn())
                .isEqualTo(day(0));
    }

    @RepeatedTest(10)
    void keepsItsPromisesWhateverHappens() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 5; i++) {
            var course = random(random);
            var clock =
                    clock(limit(1 + random.nextInt(60)), random.nextBoolean() ? plain() : gap());
            holds(clock, course, "seed " + seed);
        }
    }

    private static void holds(ReviewClock clock, Course course, String seed) {
        var end = course.marks().getLast().on();
        LocalDate due = null;
        var used = 0;
        for (var asOf = day(0); !asOf.isAfter(end.plusDays(20)); asOf = asOf.plusDays(3)) {
            var read = clock.read(course, asOf);
            assertThat(clock.read(course, asOf)).as(seed).isEqualTo(read);
            var decision = read.last(PilotScheme.DECISION);
            if (decision.isEmpty()) {
                continue;
            }
            var limit = decision.get();
            sumsUp(clock, limit, asOf, seed);
            assertThat(limit.used()).as(seed).isGreaterThanOrEqualTo(used);
            used = limit.used();
            if (due != null && limit.open()) {
                assertThat(limit.dueOn()).as(seed).isAfterOrEqualTo(due);
            }
            due = limit.dueOn();
            assertThat(limit.dueOn())
                    .as("stopping never shortens, %s", seed)
                    .isAfterOrEqualTo(
                            clock.calendar()
                                    .plusWorkingDays(limit.startOn(), limit.amount())
                                    .date());
            assertThat(limit.provisional())
                    .as(seed)
                    .isEqualTo(touchesAGap(clock.calendar(), limit));
        }
    }

    private static void sumsUp(ReviewClock clock, Limit limit, LocalDate asOf, String seed) {
        var to = limit.endedOn() == null ? asOf : limit.endedOn();
        var total =
                switch (clock.calendar().workingDaysBetween(limit.startOn(), to)) {
                    case WorkingDays.Exactly(var days) -> days;
                    case WorkingDays.Provisionally(var days, _) -> days;
                };
        assertThat(limit.intervals().stream().mapToInt(Interval::days).sum())
                .as(seed)
                .isEqualTo(total);
    }

    /** In the running stretches up to the due day; what stands still is not counted. */
    private static boolean touchesAGap(WorkingDayCalendar calendar, Limit limit) {
        var running = new ArrayList<LocalDate>();
        var last = limit.intervals().getLast();
        for (var stretch : limit.intervals()) {
            if (stretch.state() == State.RUNNING || stretch == last) {
                var from = stretch.state() == State.RUNNING ? stretch.from() : stretch.to();
                var to = stretch == last ? limit.dueOn() : stretch.to();
                var until = to.isAfter(limit.dueOn()) ? limit.dueOn() : to;
                if (from.isBefore(until)) {
                    running.add(from.plusDays(1));
                    running.add(until);
                }
            }
        }
        return IntStream.range(0, running.size() / 2)
                .flatMap(
                        i ->
                                IntStream.rangeClosed(
                                        running.get(2 * i).getYear(),
                                        running.get(2 * i + 1).getYear()))
                .anyMatch(year -> !calendar.years().contains(year));
    }

    private static Course random(Random random) {
        var marks = new ArrayList<Mark>();
        var voices = new ArrayList<Voice>();
        var at = 0;
        marks.add(mark(at, RequestAction.SUBMIT, RequestStatus.SUBMITTED));
        marks.add(mark(at += random.nextInt(9), RequestAction.ACCEPT, RequestStatus.ACCEPTED));
        marks.add(
                mark(
                        at += random.nextInt(20),
                        RequestAction.OPEN_JOINT_REVIEW,
                        RequestStatus.JOINT_REVIEW));
        for (var round = random.nextInt(4); round > 0; round--) {
            at += random.nextInt(200);
            var asked = day(at);
            marks.add(mark(at, RequestAction.GIVE_OPINION, RequestStatus.SUPPLEMENT));
            at += random.nextInt(200);
            voices.add(new Voice("CUSTOMS", Opinion.Kind.NEED_MORE, asked, day(at)));
            marks.add(mark(at, RequestAction.SUPPLY, RequestStatus.JOINT_REVIEW));
        }
        if (random.nextBoolean()) {
            at += random.nextInt(90);
            marks.add(mark(at, RequestAction.RECOGNISE, RequestStatus.RECOGNISED));
        }
        return new Course(marks, voices);
    }

    private static Course accepted(LocalDate on) {
        return new Course(
                List.of(
                        new Mark(on, RequestAction.SUBMIT, RequestStatus.SUBMITTED),
                        new Mark(on, RequestAction.ACCEPT, RequestStatus.ACCEPTED)),
                List.of());
    }

    private static Course course(List<Voice> voices, Mark... marks) {
        return new Course(List.of(marks), voices);
    }

    private static Mark mark(int day, RequestAction action, RequestStatus to) {
        return new Mark(day(day), action, to);
    }

    private static LocalDate day(int days) {
        return START.plusDays(days);
    }

    private static Deadline limit(int days) {
        return new Deadline(days, Deadline.Unit.WORKING_DAY, "a rule", false);
    }

    private static ReviewClock clock(Deadline decision, WorkingDayCalendar calendar) {
        var scheme = tianjin();
        return new ReviewClock(
                new PilotScheme(
                        scheme.code(),
                        scheme.version(),
                        scheme.name(),
                        scheme.policy(),
                        scheme.granularity(),
                        scheme.governance(),
                        scheme.admission(),
                        scheme.effects(),
                        Map.of(PilotScheme.ACCEPTANCE, limit(5), PilotScheme.DECISION, decision),
                        scheme.sources()),
                calendar,
                GeneralLimits.LAW);
    }

    /** Every year there, weekdays only. */
    private static WorkingDayCalendar plain() {
        return calendar(2025, 2026, 2027, 2028, 2029);
    }

    private static WorkingDayCalendar gap() {
        return calendar(2025, 2027, 2028, 2029);
    }

    private static WorkingDayCalendar calendar(Integer... years) {
        return WorkingDayCalendar.of(
                List.of(years).stream()
                        .map(year -> new CalendarYear(year, Set.of(), Set.of()))
                        .toList());
    }
}
