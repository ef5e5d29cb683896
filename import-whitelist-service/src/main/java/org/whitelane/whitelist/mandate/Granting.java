package org.whitelane.whitelist.mandate;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.party.PartyKnowledge.Known;
import org.whitelane.whitelist.party.PartyKnowledge.NotKnownYet;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Judges whether a mandate can be given, with both sides locked against changes. */
@Component
class Granting {

    private final Parties parties;
    private final Schemes schemes;
    private final MandateSettings settings;

    Granting(Parties parties, Schemes schemes, MandateSettings settings) {
        this.parties = parties;
        this.schemes = schemes;
        this.settings = settings;
    }

    sealed interface Judgement {

        record To(String agent) implements Judgement {}

        record Not(Refused why) implements Judgement {}
    }

    /** Never fail open: of whom we know nothing yet we cannot say that they are no authority. */
    Judgement judge(MandateWish wish, String unit, LocalDate today) {
        var agents = parties.named(wish.agent());
        var found = locked(unit, agents);
        var unknown = found.values().stream().flatMap(Granting::unknown).findFirst();
        if (agents.isEmpty()) {
            return new Judgement.Not(
                    Refused.notKnownYet("No organisation with this code has arrived here yet."));
        }
        if (unknown.isPresent()) {
            return new Judgement.Not(Refused.notKnownYet(unknown.get().detail()));
        }
        var rules =
                new MandateRules(
                        wish,
                        wish.scheme() == null || schemes.newest(wish.scheme()).isPresent(),
                        party(found, unit),
                        agents.stream().map(agent -> party(found, agent)).toList(),
                        today,
                        settings.longestDays());
        var findings = rules.findings();
        return findings.isEmpty()
                ? new Judgement.To(agents.getFirst())
                : new Judgement.Not(
                        Refused.rule(
                                "rule-refused",
                                "The mandate cannot be given like this.",
                                findings));
    }

    /** In the order of their ids, as everybody who locks several. */
    private Map<String, PartyKnowledge> locked(String unit, List<String> agents) {
        var found = new TreeMap<String, PartyKnowledge>();
        agents.forEach(agent -> found.put(agent, new NotKnownYet("")));
        found.put(unit, new NotKnownYet(""));
        found.replaceAll((id, _) -> parties.forDecision(id));
        return found;
    }

    private static Stream<NotKnownYet> unknown(PartyKnowledge knowledge) {
        return knowledge instanceof NotKnownYet not ? Stream.of(not) : Stream.empty();
    }

    private static Party party(Map<String, PartyKnowledge> found, String id) {
        return found.get(id) instanceof Known(var party) ? party : missing(id);
    }

    private static Party missing(String id) {
        throw new IllegalStateException("Organisation %s was found to be known".formatted(id));
    }
}
