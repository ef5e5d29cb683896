package org.whitelane.whitelist.request;

import org.whitelane.whitelist.request.Course.Mark;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The clock of a request: a pure function of how it went, the scheme's version and the calendar.
 * The same course gives the same reading, whoever tells it.
 */
final class CaseClock {

    private final ReviewClock limits;
    private final Course course;
    private final LocalDate asOf;
    private final Map<String, Period> open = new HashMap<>();
    private final List<Period> periods = new ArrayList<>();
    private int recommended;

    private CaseClock(ReviewClock limits, Course course, LocalDate asOf) {
        this.limits = limits;
        this.course = course;
        this.asOf = asOf;
    }

    static ClockReading read(ReviewClock limits, Course course, LocalDate asOf) {
        return new CaseClock(limits, course.until(asOf), asOf).read();
    }

    private ClockReading read() {
        course.marks().forEach(this::apply);
        var missing = new TreeSet<Integer>();
        var all = new ArrayList<>(periods);
        all.addAll(open.values());
        all.sort(LimitReader.BY_START);
        var reader = new LimitReader(limits, course, asOf, missing);
        var read = all.stream().map(reader::read).toList();
        return new ClockReading(
                asOf,
                course.status(),
                Holders.of(limits.scheme(), course, asOf),
                read,
                List.copyOf(missing),
                limits.scheme().governance().deemedAcceptance());
    }

    private void apply(Mark mark) {
        if (mark.action() == RequestAction.RECOMMEND) {
            recommended++;
        }
        Running.TABLE.forEach(limit -> apply(limit, mark));
    }

    private void apply(Running limit, Mark mark) {
        var period = open.get(limit.step());
        var goesOn = limit.holds(mark.to()) && applies(limit.step(), mark.to());
        if (period != null && (!goesOn || startsAnew(limit, mark))) {
            periods.add(period.ended(mark.on()));
            open.remove(limit.step());
            period = null;
        }
        if (!goesOn) {
            return;
        }
        var next =
                period == null
                        ? Period.begin(limit, begin(limit, mark), mark.to())
                        : period.in(mark.to(), mark.on());
        var longer =
                limit.step().equals(PilotScheme.DECISION) && mark.action() == RequestAction.EXTEND;
        open.put(limit.step(), longer ? next.longer() : next);
    }

    /** Each level that recommends has the limit for itself. */
    private static boolean startsAnew(Running limit, Mark mark) {
        return limit.step().equals(PilotScheme.RECOMMENDATION)
                && mark.action() == RequestAction.RECOMMEND;
    }

    private boolean applies(String step, RequestStatus status) {
        if (limits.limit(step).isEmpty()) {
            return false;
        }
        return !step.equals(PilotScheme.RECOMMENDATION)
                || recommended < limits.scheme().governance().recommendingLevels().size()
                        && status != RequestStatus.JOINT_REVIEW;
    }

    /** Silence accepts from the day of receipt (Administrative Licensing Law Art. 32 (5)). */
    private LocalDate begin(Running limit, Mark mark) {
        return limit.step().equals(PilotScheme.DECISION)
                        && mark.action() == RequestAction.DEEM_ACCEPTED
                ? received(mark)
                : mark.on();
    }

    private LocalDate received(Mark deemed) {
        return course.marks().stream()
                .takeWhile(mark -> !mark.equals(deemed))
                .filter(mark -> mark.action() == RequestAction.SUBMIT)
                .map(Mark::on)
                .reduce((_, last) -> last)
                .orElse(deemed.on());
    }
}
