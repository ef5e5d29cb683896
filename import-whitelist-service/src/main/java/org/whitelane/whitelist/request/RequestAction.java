package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.mandate.Act;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.Locale;
import java.util.Optional;

/**
 * What can be done with a request, by whom, within which of the scheme's deadlines, and the event
 * it leaves.
 */
public enum RequestAction {
    CREATE(Who.APPLICANT, null, null),
    REVISE(Who.APPLICANT, null, null),
    ATTACH(Who.APPLICANT, null, null),
    DETACH(Who.APPLICANT, null, null),
    SUBMIT(Who.APPLICANT, null, "request-submitted.v1"),
    ACCEPT(Who.INTAKE, PilotScheme.ACCEPTANCE, "request-accepted.v1"),
    REQUEST_CORRECTION(Who.INTAKE, PilotScheme.ACCEPTANCE, "request-correction-requested.v1"),
    DECLINE(Who.INTAKE, PilotScheme.ACCEPTANCE, "request-not-accepted.v1"),
    DEEM_ACCEPTED(Who.SYSTEM, PilotScheme.ACCEPTANCE, "request-deemed-accepted.v1"),
    ADMIT(Who.ASSESSOR, PilotScheme.ACCEPTANCE, "request-accepted.v1"),
    REFUSE_ADMISSION(Who.ASSESSOR, PilotScheme.ACCEPTANCE, "request-not-accepted.v1"),
    RECOMMEND(Who.DISTRICT, PilotScheme.RECOMMENDATION, "request-recommended.v1"),
    REFUSE_RECOMMENDATION(Who.DISTRICT, PilotScheme.RECOMMENDATION, "request-rejected.v1"),
    OPEN_JOINT_REVIEW(Who.OFFICE, PilotScheme.DECISION, "joint-review-opened.v1"),
    GIVE_OPINION(Who.REVIEWER, PilotScheme.DECISION, "opinion-given.v1"),
    SUPPLY(Who.APPLICANT, PilotScheme.SUPPLEMENT, "joint-review-resumed.v1"),
    EXTEND(Who.OFFICE, PilotScheme.DECISION, "decision-extended.v1"),
    RECOGNISE(Who.OFFICE, PilotScheme.DECISION, "request-recognised.v1"),
    REJECT(Who.OFFICE, PilotScheme.DECISION, "request-rejected.v1"),
    PUBLISH(Who.OFFICE, null, "request-published.v1"),
    WITHDRAW(Who.APPLICANT, null, "request-withdrawn.v1"),
    /** By the limit of what the applicant was asked for. */
    LAPSE(Who.SYSTEM, null, "request-lapsed.v1");

    private final Who who;
    private final @Nullable String limit;
    private final @Nullable String event;

    RequestAction(Who who, @Nullable String limit, @Nullable String event) {
        this.who = who;
        this.limit = limit;
        this.event = event;
    }

    public Who who() {
        return who;
    }

    /** The scheme's deadline by which it is due. */
    public Optional<String> limit() {
        return Optional.ofNullable(limit);
    }

    /** The published event; drafts stay inside. */
    public Optional<String> event() {
        return Optional.ofNullable(event);
    }

    /** As callers read it: {@code give-opinion}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a mandate has to name for it: who writes a draft also discards it. */
    Act needs(RequestStatus status) {
        return this == SUBMIT
                        || this == SUPPLY
                        || (this == WITHDRAW && status != RequestStatus.DRAFT)
                ? Act.SUBMIT
                : Act.DRAFT;
    }

    /** Never fail open: these ask the registry's projection again. */
    boolean checksEligibility() {
        return this == SUBMIT || this == RECOGNISE || this == PUBLISH;
    }
}
