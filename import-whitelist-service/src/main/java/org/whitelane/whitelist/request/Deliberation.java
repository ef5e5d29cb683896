package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Eligibility;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * What a decision may look at.
 *
 * @param scheme the version that decides
 * @param party the applicant; not known when the command does not ask
 * @param expected the versions that the caller acts on
 */
record Deliberation(
        PilotScheme scheme,
        Members members,
        PartyKnowledge party,
        ReviewClock clock,
        LocalDate today,
        LongPredicate expected) {

    Deliberation expecting(LongPredicate versions) {
        return new Deliberation(scheme, members, party, clock, today, versions);
    }

    Step step(RequestAction action, Officer officer) {
        return new Step(
                action, today, officer.subject(), scheme.version(), null, null, null, List.of());
    }

    /**
     * Goes on with the version of the party that was found eligible; else refuses with every
     * finding at once, those of the content first.
     */
    Outcome ifEligible(
            WhitelistRequest request, List<Finding> findings, LongFunction<Outcome> then) {
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

    private Outcome ruleRefused(List<Finding> findings) {
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
