package org.whitelane.whitelist.mandate;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.party.Party;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands against giving a mandate; all of it at once. Pure.
 *
 * @param agents that the wish names, as far as they are known; one, unless the register holds a
 *     mistake
 * @param longest days that a mandate may last
 */
record MandateRules(
        MandateWish wish,
        boolean schemeKnown,
        Party unit,
        List<Party> agents,
        LocalDate today,
        int longest) {

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (!unit.active()) {
            findings.add(
                    new Finding(
                            "",
                            "unit-not-active",
                            "The unit is %s; only an ACTIVE one gives a mandate."
                                    .formatted(unit.status())));
        }
        if (agents.size() > 1) {
            findings.add(
                    new Finding(
                            "/agent",
                            "ambiguous",
                            "Several organisations have this code; should be the agent's id."));
        } else {
            agents.forEach(agent -> agent(agent, findings));
        }
        if (!schemeKnown) {
            findings.add(
                    new Finding(
                            "/scheme",
                            "unknown-scheme",
                            "Should be the code of a scheme, as GET /schemes lists them, or absent"
                                    + " for all."));
        }
        days(findings);
        return List.copyOf(findings);
    }

    private void agent(Party agent, List<Finding> findings) {
        if (agent.id().equals(unit.id())) {
            findings.add(
                    new Finding(
                            "/agent",
                            "own-organisation",
                            "Should be another organisation than the unit itself."));
            return;
        }
        if (agent.authority()) {
            findings.add(
                    new Finding(
                            "/agent",
                            "authority",
                            "Should be no authority: whoever judges requests acts for nobody."));
        }
        if (!agent.active()) {
            findings.add(
                    new Finding(
                            "/agent",
                            "agent-not-active",
                            "Should be an ACTIVE organisation; it is %s."
                                    .formatted(agent.status())));
        }
    }

    /** A mandate is for what is to come: what was done without one is not made good by it. */
    private void days(List<Finding> findings) {
        if (wish.from().isBefore(today)) {
            findings.add(
                    new Finding(
                            "/from",
                            "in-the-past",
                            "Should be today, %s, or later.".formatted(today)));
        }
        var latest = wish.from().plusDays(longest - 1L);
        if (wish.to().isAfter(latest)) {
            findings.add(
                    new Finding(
                            "/to",
                            "too-long",
                            "Should be %s or earlier: a mandate lasts %d days at most."
                                    .formatted(latest, longest)));
        }
        if (wish.to().isBefore(today)) {
            findings.add(
                    new Finding(
                            "/to",
                            "in-the-past",
                            "Should be today, %s, or later.".formatted(today)));
        }
    }
}
