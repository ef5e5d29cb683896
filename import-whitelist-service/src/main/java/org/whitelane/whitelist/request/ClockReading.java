package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.scheme.Deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the clock shows at the end of a day.
 *
 * @param missingYears years whose calendar was needed and is not loaded: plain weekdays counted
 * @param deemedAcceptance what the scheme says about silence; null when that is not known, and then
 *     it accepts nothing
 */
public record ClockReading(
        LocalDate asOf,
        RequestStatus status,
        Holder holder,
        List<Limit> limits,
        List<Integer> missingYears,
        @Nullable Boolean deemedAcceptance) {

    public ClockReading {
        limits = List.copyOf(limits);
        missingYears = List.copyOf(missingYears);
    }

    public enum State {
        RUNNING,
        STOPPED,
        /** Still open although its last day has passed. */
        EXPIRED,
        COMPLETED
    }

    /**
     * Who has to do something now.
     *
     * @param agencyRoles empty unless agencies hold it
     */
    public record Holder(Desk desk, List<String> agencyRoles) {

        public Holder {
            agencyRoles = List.copyOf(agencyRoles);
        }
    }

    public enum Desk {
        APPLICANT,
        INTAKE,
        ASSESSMENT,
        DISTRICT,
        AGENCY,
        OFFICE,
        /** It has come to its end. */
        NOBODY
    }

    /**
     * One of the scheme's limits, each time it ran.
     *
     * @param amount with its extension
     * @param dueOn while it stands still: if it went on today
     * @param provisional whether the due day rests on a year whose calendar is missing
     * @param used counted so far, in the limit's unit
     * @param remaining negative when late
     */
    public record Limit(
            String step,
            int amount,
            Deadline.Unit unit,
            String basis,
            boolean defaulted,
            boolean extended,
            State state,
            LocalDate startOn,
            LocalDate dueOn,
            boolean provisional,
            int used,
            int remaining,
            @Nullable LocalDate endedOn,
            List<Interval> intervals) {

        public Limit {
            intervals = List.copyOf(intervals);
        }

        public boolean open() {
            return endedOn == null;
        }

        DueDate due() {
            return new DueDate(dueOn, provisional, basis, defaulted);
        }
    }

    /**
     * A stretch in which the limit ran or stood still: the days after {@code from} up to {@code
     * to}.
     *
     * @param days of the limit's unit
     * @param stoppedBy agency roles
     * @param rule why it stood still; null when it ran
     */
    public record Interval(
            State state,
            LocalDate from,
            LocalDate to,
            int days,
            List<String> stoppedBy,
            @Nullable String rule) {

        public Interval {
            stoppedBy = List.copyOf(stoppedBy);
        }
    }

    /** The last run of a limit. */
    public Optional<Limit> last(String step) {
        return limits.stream().filter(l -> l.step().equals(step)).reduce((_, last) -> last);
    }

    /** Those that count now. */
    public List<Limit> running() {
        return limits.stream().filter(l -> l.open() && l.state() != State.STOPPED).toList();
    }
}
