package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.request.CaseReader.Seen;
import org.whitelane.whitelist.request.ClockReading;
import org.whitelane.whitelist.request.ClockReading.Interval;
import org.whitelane.whitelist.request.ClockReading.Limit;
import org.whitelane.whitelist.request.ClockReading.State;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.scheme.Deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The clock as its reader may see it: how many agencies have spoken, and who asked, is the table's
 * business.
 */
sealed interface ClockView {

    static ClockView of(Seen seen, LocalDate asOf) {
        var request = seen.request();
        var reading = seen.hearing().clock().read(request, asOf);
        return seen.hearing().standing().isApplicant()
                ? Own.of(request.id(), request.number(), reading)
                : Case.of(request.id(), request.number(), reading);
    }

    enum Certainty {
        CERTAIN,
        /** Rests on a year whose calendar is missing. */
        PROVISIONAL;

        static Certainty of(ClockReading reading) {
            return reading.missingYears().isEmpty() ? CERTAIN : PROVISIONAL;
        }
    }

    /** For agencies. */
    record Case(
            UUID requestId,
            String number,
            LocalDate asOf,
            RequestStatus status,
            ClockReading.Holder heldBy,
            Certainty certainty,
            List<Integer> missingYears,
            @Nullable Boolean deemedAcceptance,
            List<Limit> limits)
            implements ClockView {

        static Case of(UUID id, String number, ClockReading reading) {
            return new Case(
                    id,
                    number,
                    reading.asOf(),
                    reading.status(),
                    reading.holder(),
                    Certainty.of(reading),
                    reading.missingYears(),
                    reading.deemedAcceptance(),
                    reading.limits());
        }
    }

    /** For the applicant. */
    record Own(
            UUID requestId,
            String number,
            LocalDate asOf,
            RequestStatus status,
            boolean heldByApplicant,
            Certainty certainty,
            List<Integer> missingYears,
            @Nullable Boolean deemedAcceptance,
            List<OwnLimit> limits)
            implements ClockView {

        static Own of(UUID id, String number, ClockReading reading) {
            return new Own(
                    id,
                    number,
                    reading.asOf(),
                    reading.status(),
                    reading.holder().desk() == ClockReading.Desk.APPLICANT,
                    Certainty.of(reading),
                    reading.missingYears(),
                    reading.deemedAcceptance(),
                    reading.limits().stream().map(OwnLimit::of).toList());
        }
    }

    record OwnLimit(
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
            List<OwnInterval> intervals) {

        static OwnLimit of(Limit limit) {
            return new OwnLimit(
                    limit.step(),
                    limit.amount(),
                    limit.unit(),
                    limit.basis(),
                    limit.defaulted(),
                    limit.extended(),
                    limit.state(),
                    limit.startOn(),
                    limit.dueOn(),
                    limit.provisional(),
                    limit.used(),
                    limit.remaining(),
                    limit.endedOn(),
                    limit.intervals().stream().map(OwnInterval::of).toList());
        }
    }

    record OwnInterval(State state, LocalDate from, LocalDate to, int days, @Nullable String rule) {

        static OwnInterval of(Interval interval) {
            return new OwnInterval(
                    interval.state(),
                    interval.from(),
                    interval.to(),
                    interval.days(),
                    interval.rule());
        }
    }
}
