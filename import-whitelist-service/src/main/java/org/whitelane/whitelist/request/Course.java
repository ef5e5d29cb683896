package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * How a request went, as its steps tell it and as its events tell it again: all that the clock
 * reads.
 *
 * @param marks in their order
 */
public record Course(List<Mark> marks, List<Voice> voices) {

    public Course {
        marks = List.copyOf(marks);
        voices = List.copyOf(voices);
    }

    /** A move that was made on a day. */
    public record Mark(LocalDate on, RequestAction action, RequestStatus to) {}

    /**
     * An agency's opinion and how long it counted.
     *
     * @param until the first day on which it does not; null while it stands
     */
    public record Voice(
            String agencyRole, Opinion.Kind kind, LocalDate from, @Nullable LocalDate until) {

        boolean countsOn(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    public static Course of(WhitelistRequest request) {
        return new Course(
                request.steps().stream()
                        .map(step -> new Mark(step.on(), step.action(), step.reached()))
                        .toList(),
                request.opinions().stream()
                        .map(o -> new Voice(o.agencyRole(), o.kind(), o.givenOn(), o.setAsideOn()))
                        .toList());
    }

    /** As it was known at the end of that day. */
    Course until(LocalDate day) {
        return new Course(
                marks.stream().filter(mark -> !mark.on().isAfter(day)).toList(),
                voices.stream().filter(voice -> !voice.from().isAfter(day)).toList());
    }

    RequestStatus status() {
        return marks.isEmpty() ? RequestStatus.DRAFT : marks.getLast().to();
    }

    /** Agency roles with an opinion that counts at the end of that day. */
    List<String> spoken(LocalDate day) {
        return voices.stream().filter(v -> v.countsOn(day)).map(Voice::agencyRole).toList();
    }

    /** Agency roles that asked for more in a stretch of days in which the review waited. */
    List<String> asked(LocalDate from, LocalDate to) {
        return voices.stream()
                .filter(v -> v.kind() == Opinion.Kind.NEED_MORE)
                .filter(v -> !v.from().isAfter(to))
                .filter(v -> v.until() == null || v.until().isAfter(from) || v.from().equals(from))
                .map(Voice::agencyRole)
                .distinct()
                .sorted()
                .toList();
    }

    long count(RequestAction action) {
        return marks.stream().filter(mark -> mark.action() == action).count();
    }
}
