package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.ban.Ban;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Eligibility;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.RequestKind;
import org.whitelane.whitelist.scheme.SchemeRules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * What a decision may look at.
 *
 * @param scheme the version that decides
 * @param ties of the officer's organisation to the request
 * @param party the applicant; not known when the command does not ask
 * @param listed what stands on the list; nothing when the command does not ask
 * @param expected the versions that the caller acts on
 * @param ban of the applicant that stands today; null when there is none, or nobody asked
 */
record Deliberation(
        PilotScheme scheme,
        Members members,
        Ties ties,
        PartyKnowledge party,
        Listed listed,
        ReviewClock clock,
        LocalDate today,
        LongPredicate expected,
        @Nullable Ban ban) {

    Deliberation expecting(LongPredicate versions) {
        return new Deliberation(scheme, members, ties, party, listed, clock, today, versions, ban);
    }

    Step step(RequestAction action, Officer officer) {
        return Step.of(
                        action,
                        today,
                        officer.subject(),
                        members.roleOf(officer.organisation()).orElse(null),
                        scheme.version())
                .actedBy(officer.organisation());
    }

    /** By which the officer acts; null for the unit's own, and for everybody else. */
    @Nullable UUID mandateFor(WhitelistRequest request, RequestAction action, Officer officer) {
        return new Standing(request, members, officer, ties)
                .mandateFor(action)
                .map(Mandate::id)
                .orElse(null);
    }

    /** To be assessed; where the scheme does not let such units apply, its rules refuse them. */
    boolean unitIsOutside() {
        return Boolean.TRUE.equals(scheme.admission().area().outOfAreaByAssessment())
                && party instanceof PartyKnowledge.Known(var unit)
                && new SchemeRules(scheme).outOfArea(unit);
    }

    /**
     * Goes on with the version of the party that was found eligible; else refuses with every
     * finding at once, those of the content first.
     */
    Outcome ifEligible(
            WhitelistRequest request, List<Finding> content, LongFunction<Outcome> then) {
        var findings = new ArrayList<>(content);
        if (ban != null && request.content().kind() != RequestKind.WITHDRAW_LISTING) {
            findings.add(ban.finding());
        }
        if (request.content().kind() == RequestKind.WITHDRAW_LISTING
                && party instanceof PartyKnowledge.Known(var known)) {
            // who gives a right back need not deserve it
            return findings.isEmpty() ? then.apply(known.version()) : ruleRefused(findings);
        }
        var signed = request.content().commitmentSignedOn();
        return switch (Eligibility.of(party, scheme, signed, today)) {
            case Eligibility.NotKnownYet(var detail) ->
                    Outcome.refused(Refusal.PARTY_NOT_KNOWN_YET, detail);
            case Eligibility.Ineligible(var against, _) ->
                    ruleRefused(Stream.concat(findings.stream(), against.stream()).toList());
            case Eligibility.Eligible(var version) ->
                    findings.isEmpty() ? then.apply(version) : ruleRefused(findings);
        };
    }

    Outcome ruleRefused(List<Finding> findings) {
        return new Outcome.Refused(
                Refusal.RULE_REFUSED,
                "%d rule%s of %s refused it."
                        .formatted(
                                findings.size(),
                                findings.size() == 1 ? "" : "s",
                                scheme.reference()),
                findings);
    }
}
