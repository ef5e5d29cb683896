package org.whitelane.whitelist.scheme;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.party.PartyKnowledge;

import java.time.LocalDate;
import java.util.List;

/** Whether a unit may be on the list today, as far as we know. */
public sealed interface Eligibility {

    /**
     * @param organisationVersion what the decision saw
     */
    record Eligible(long organisationVersion) implements Eligibility {}

    record Ineligible(List<Finding> findings, long organisationVersion) implements Eligibility {}

    record NotKnownYet(String detail) implements Eligibility {}

    static Eligibility of(
            PartyKnowledge knowledge,
            PilotScheme scheme,
            LocalDate commitmentSignedOn,
            LocalDate today) {
        return switch (knowledge) {
            case PartyKnowledge.NotKnownYet(var detail) -> new NotKnownYet(detail);
            case PartyKnowledge.Known(var party) -> {
                var findings = new SchemeRules(scheme).unit(party, commitmentSignedOn, today);
                yield findings.isEmpty()
                        ? new Eligible(party.version())
                        : new Ineligible(findings, party.version());
            }
        };
    }

    /** Looking again at what was submitted before: its commitment was checked then. */
    static Eligibility again(PartyKnowledge knowledge, PilotScheme scheme, LocalDate today) {
        return of(knowledge, scheme, today, today);
    }
}
