package org.whitelane.whitelist.request;

import org.whitelane.whitelist.events.Told;
import org.whitelane.whitelist.request.Course.Mark;
import org.whitelane.whitelist.request.Course.Voice;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a request went, from nothing but the events that the journal keeps of it. Whoever reads the
 * topic can do the same.
 */
final class JournalCourse {

    private final List<Mark> marks = new ArrayList<>();
    private final List<Voice> voices = new ArrayList<>();

    private JournalCourse() {}

    static Course of(List<Told> events) {
        var fold = new JournalCourse();
        events.forEach(fold::take);
        return new Course(fold.marks, fold.voices);
    }

    private void take(Told event) {
        var data = event.data();
        switch (event.type()) {
            case "request-submitted.v1" ->
                    mark(data, "submittedOn", RequestAction.SUBMIT, RequestStatus.SUBMITTED);
            case "request-correction-requested.v1" ->
                    mark(
                            data,
                            "requestedOn",
                            RequestAction.REQUEST_CORRECTION,
                            RequestStatus.CORRECTION_REQUESTED);
            case "area-assessment-opened.v1" ->
                    mark(data, "openedOn", RequestAction.ACCEPT, RequestStatus.AREA_ASSESSMENT);
            case "request-accepted.v1" ->
                    mark(
                            data,
                            "acceptedOn",
                            is(RequestStatus.AREA_ASSESSMENT)
                                    ? RequestAction.ADMIT
                                    : RequestAction.ACCEPT,
                            RequestStatus.ACCEPTED);
            case "request-deemed-accepted.v1" ->
                    mark(data, "deemedOn", RequestAction.DEEM_ACCEPTED, RequestStatus.ACCEPTED);
            case "request-not-accepted.v1" ->
                    mark(data, "decidedOn", RequestAction.DECLINE, RequestStatus.NOT_ACCEPTED);
            case "request-recommended.v1" ->
                    mark(data, "recommendedOn", RequestAction.RECOMMEND, RequestStatus.RECOMMENDED);
            case "joint-review-opened.v1" ->
                    mark(
                            data,
                            "openedOn",
                            RequestAction.OPEN_JOINT_REVIEW,
                            RequestStatus.JOINT_REVIEW);
            default -> decide(event.type(), data);
        }
    }

    private void decide(String type, JsonNode data) {
        switch (type) {
            case "opinion-given.v1" -> opinion(data);
            case "joint-review-resumed.v1" -> resumed(data);
            case "decision-extended.v1" ->
                    mark(data, "extendedOn", RequestAction.EXTEND, RequestStatus.JOINT_REVIEW);
            case "request-recognised.v1" ->
                    mark(data, "recognisedOn", RequestAction.RECOGNISE, RequestStatus.RECOGNISED);
            case "request-rejected.v1" ->
                    mark(data, "rejectedOn", RequestAction.REJECT, RequestStatus.REJECTED);
            case "request-withdrawn.v1" ->
                    mark(data, "withdrawnOn", RequestAction.WITHDRAW, RequestStatus.WITHDRAWN);
            case "request-lapsed.v1" ->
                    mark(data, "lapsedOn", RequestAction.LAPSE, RequestStatus.LAPSED);
            case "request-published.v1" ->
                    mark(data, "publishedOn", RequestAction.PUBLISH, RequestStatus.PUBLISHED);
            // they tell nothing that moves the clock
            case "supplement-requested.v1",
                    "request-drafted.v1",
                    "request-revised.v1",
                    "request-discarded.v1",
                    "request-eligibility-questioned.v1",
                    "request-eligibility-restored.v1",
                    "deadline-approaching.v1",
                    "deadline-missed.v1",
                    "due-date-changed.v1" -> {}
            default -> throw new AssertionError("what does it do to the clock? " + type);
        }
    }

    /** An agency's newer opinion counts instead of its older one. */
    private void opinion(JsonNode data) {
        var on = day(data, "givenOn");
        var role = data.path("agencyRole").asString();
        setAside(List.of(role), on);
        var kind = Opinion.Kind.valueOf(data.path("opinion").asString());
        voices.add(new Voice(role, kind, on, null));
        marks.add(
                new Mark(
                        on,
                        RequestAction.GIVE_OPINION,
                        isAsked() ? RequestStatus.SUPPLEMENT : RequestStatus.JOINT_REVIEW));
    }

    private void resumed(JsonNode data) {
        var on = day(data, "resumedOn");
        setAside(data.path("opinionsSetAside").valueStream().map(JsonNode::asString).toList(), on);
        // an ask that was taken back is an opinion, and was told as one
        if (data.path("cause").asString().equals("SUPPLIED")) {
            marks.add(new Mark(on, RequestAction.SUPPLY, RequestStatus.JOINT_REVIEW));
        }
    }

    private void setAside(List<String> roles, LocalDate on) {
        voices.replaceAll(
                voice ->
                        voice.until() == null && roles.contains(voice.agencyRole())
                                ? new Voice(voice.agencyRole(), voice.kind(), voice.from(), on)
                                : voice);
    }

    private boolean isAsked() {
        return voices.stream()
                .anyMatch(v -> v.until() == null && v.kind() == Opinion.Kind.NEED_MORE);
    }

    private boolean is(RequestStatus status) {
        return !marks.isEmpty() && marks.getLast().to() == status;
    }

    private void mark(JsonNode data, String day, RequestAction action, RequestStatus to) {
        marks.add(new Mark(day(data, day), action, to));
    }

    private static LocalDate day(JsonNode data, String name) {
        return LocalDate.parse(data.path(name).asString());
    }
}
