package org.whitelane.whitelist.request;

import org.whitelane.kernel.Due;
import org.whitelane.kernel.WorkingDays;
import org.whitelane.whitelist.request.ClockReading.Interval;
import org.whitelane.whitelist.request.ClockReading.Limit;
import org.whitelane.whitelist.request.ClockReading.State;
import org.whitelane.whitelist.request.Period.Piece;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Counts one period in its limit's unit.
 *
 * @param missing takes in the years that were needed and are not loaded
 */
record LimitReader(ReviewClock clock, Course course, LocalDate asOf, Set<Integer> missing) {

    /** As they began; of two that begin together, in the table's order. */
    static final Comparator<Period> BY_START =
            Comparator.comparing(Period::start)
                    .thenComparing(period -> Running.TABLE.indexOf(period.limit()));

    Limit read(Period period) {
        var limit = clock.limit(period.limit().step()).orElseThrow();
        var amount = limit.amount() + (period.extended() ? extension() : 0);
        var at = period.at(asOf);
        var intervals = at.pieces().stream().map(piece -> interval(period, piece, limit)).toList();
        var used = sum(intervals, State.RUNNING);
        var due = due(period, at.pieces(), amount, limit.unit());
        return new Limit(
                period.limit().step(),
                amount,
                limit.unit(),
                limit.basis(),
                limit.defaulted(),
                period.extended(),
                state(period, due.date()),
                period.start(),
                due.date(),
                due instanceof Due.Provisional,
                used,
                amount - used,
                period.end(),
                intervals);
    }

    private State state(Period period, LocalDate due) {
        if (!period.open()) {
            return State.COMPLETED;
        }
        if (!period.pieces().getLast().running()) {
            return State.STOPPED;
        }
        return asOf.isAfter(due) ? State.EXPIRED : State.RUNNING;
    }

    private Interval interval(Period period, Piece piece, Deadline limit) {
        var to = Objects.requireNonNull(piece.to(), "closed at the day of reading");
        return new Interval(
                piece.running() ? State.RUNNING : State.STOPPED,
                piece.from(),
                to,
                count(piece.from(), to, limit.unit()),
                piece.running() ? List.of() : stoppedBy(period, piece, to),
                piece.running() ? null : period.limit().rule());
    }

    /** Whoever asked for more; else whoever assesses. */
    private List<String> stoppedBy(Period period, Piece piece, LocalDate to) {
        return period.limit().step().equals(PilotScheme.DECISION)
                ? course.asked(piece.from(), to)
                : Holders.assessors(clock.scheme());
    }

    /**
     * Where the running pieces reach the limit. The last of them is taken as going on, and a period
     * that stands still as going on from the day of reading.
     */
    private Due due(Period period, List<Piece> pieces, int amount, Deadline.Unit unit) {
        var left = amount;
        var year = 0;
        var last = pieces.getLast();
        for (var piece : pieces) {
            if (!piece.running()) {
                continue;
            }
            var due = plus(piece.from(), left, unit);
            var to = Objects.requireNonNull(piece.to());
            if (piece == last || !due.date().isAfter(to)) {
                return provisional(due, year);
            }
            if (unit == Deadline.Unit.WORKING_DAY
                    && clock.calendar().workingDaysBetween(piece.from(), to)
                            instanceof WorkingDays.Provisionally(_, var gap)
                    && year == 0) {
                year = gap;
            }
            left -= count(piece.from(), to, unit);
        }
        return provisional(plus(Objects.requireNonNull(last.to()), left, unit), year);
    }

    private Due provisional(Due due, int year) {
        var provisional =
                due instanceof Due.On(var date) && year != 0
                        ? new Due.Provisional(date, year)
                        : due;
        if (provisional instanceof Due.Provisional(_, var gap)) {
            missing.add(gap);
        }
        return provisional;
    }

    private Due plus(LocalDate from, int amount, Deadline.Unit unit) {
        return switch (unit) {
            case DAY -> new Due.On(from.plusDays(amount));
            case WORKING_DAY -> clock.calendar().plusWorkingDays(from, Math.max(amount, 0));
        };
    }

    private int count(LocalDate from, LocalDate to, Deadline.Unit unit) {
        return switch (unit) {
            case DAY -> (int) ChronoUnit.DAYS.between(from, to);
            case WORKING_DAY ->
                    switch (clock.calendar().workingDaysBetween(from, to)) {
                        case WorkingDays.Exactly(var days) -> days;
                        case WorkingDays.Provisionally(var days, var gap) -> {
                            missing.add(gap);
                            yield days;
                        }
                    };
        };
    }

    private int extension() {
        return clock.limit(PilotScheme.EXTENSION).map(Deadline::amount).orElse(0);
    }

    private static int sum(List<Interval> intervals, State state) {
        return intervals.stream()
                .filter(interval -> interval.state() == state)
                .mapToInt(Interval::days)
                .sum();
    }
}
