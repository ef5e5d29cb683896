package org.whitelane.whitelist.request;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.web.Edge;

import java.util.List;

/**
 * Refusals as problems; illegal moves are counted, since many of them mean a confused client or
 * desk.
 */
@Component
public class Refusals {

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    public Problem problem(Refusal code, String detail, List<Finding> findings) {
        if (code == Refusal.ILLEGAL_MOVE) {
            meters.counter("whitelane.whitelist.requests.illegal.moves").increment();
        }
        return switch (code) {
            case NOT_FOUND ->
                    findings.isEmpty()
                            ? Problem.of(HttpStatus.NOT_FOUND, code.code(), detail)
                            : Problem.refused("request-not-found", detail, Edge.faults(findings));
            case ROLE_MISSING,
                    NOT_THE_APPLICANT,
                    NOT_THE_OFFICE,
                    DUTY_MISSING,
                    NOT_A_REVIEWER,
                    OWN_REQUEST,
                    NO_MANDATE,
                    MANDATE_INSUFFICIENT,
                    AGENT_NOT_ACTIVE,
                    SOLE_REVIEWER ->
                    Problem.forbidden(code.code(), detail);
            case PARTY_NOT_KNOWN_YET -> Edge.partyNotKnownYet(detail);
            case ILLEGAL_MOVE,
                    SCHEME_NOT_OPEN,
                    SCHEME_INCOMPLETE,
                    SCHEME_FIXED,
                    SINGLE_LEVEL,
                    RECOMMENDATION_MISSING,
                    ALREADY_RECOMMENDED,
                    OTHER_LEVEL,
                    EXTENDED_BEFORE,
                    PERIOD_OVER,
                    NOT_DEEMED,
                    PERIOD_RUNNING,
                    NOTHING_WAITS,
                    NOT_WAITING,
                    NOT_CLAIMED,
                    CLAIMED_BY_COLLEAGUE,
                    CORRECTION_ALREADY_REQUESTED,
                    MEMBERS_NOT_BOUND,
                    OPINIONS_MISSING,
                    NOT_ALL_AGREED,
                    OTHER_SCHEME,
                    ENTRY_ALREADY_ACTIVE,
                    DOCUMENT_TWICE,
                    TOO_MANY_DOCUMENTS,
                    ENTRY_NOT_LIVE,
                    ENTRY_TWICE ->
                    conflict(code, detail, findings);
            case OPINION_INCOMPLETE,
                    RULING_INCOMPLETE,
                    UNKNOWN_SCHEME,
                    REQUEST_TWICE,
                    RULE_REFUSED ->
                    Problem.refused(code.code(), detail, Edge.faults(findings));
        };
    }

    /** A batch names which of its requests; the sentence carries it. */
    private static Problem conflict(Refusal code, String detail, List<Finding> findings) {
        var sentences =
                findings.stream().map(f -> "%s: %s".formatted(f.pointer(), f.detail())).toList();
        return Problem.conflict(
                code.code(),
                sentences.isEmpty() ? detail : detail + " " + String.join(" ", sentences));
    }
}
