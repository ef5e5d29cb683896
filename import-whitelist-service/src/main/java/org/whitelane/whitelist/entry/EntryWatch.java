package org.whitelane.whitelist.entry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.entry.EntryFact.EntryEligibleAgain;
import org.whitelane.whitelist.entry.EntryFact.EntryQuestioned;
import org.whitelane.whitelist.party.PartyChanged;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Doubts;
import org.whitelane.whitelist.scheme.Eligibility;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;

/**
 * Looks again at live entries when their holder changes; what to do about a doubt is for people.
 */
@Component
class EntryWatch {

    private final Entries entries;
    private final Schemes schemes;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    EntryWatch(Entries entries, Schemes schemes, ApplicationEventPublisher facts, Clock clock) {
        this.entries = entries;
        this.schemes = schemes;
        this.facts = facts;
        this.clock = clock;
    }

    @EventListener
    void on(PartyChanged change) {
        var party = new PartyKnowledge.Known(change.party());
        entries.lockLive(change.party().id()).forEach(entry -> lookAgain(entry, party));
    }

    private void lookAgain(WhitelistEntry entry, PartyKnowledge party) {
        var today = LegalDays.today(clock);
        var scheme = schemes.version(entry.scheme().code(), entry.scheme().version());
        var eligibility = Eligibility.again(party, scheme, today);
        switch (Doubts.after(entry.questions(), eligibility, today)) {
            case Doubts.Unchanged() -> {}
            case Doubts.Raised(var questions, var question) -> {
                var doubted = entry.withQuestions(questions);
                entries.saveQuestions(doubted);
                facts.publishEvent(new EntryQuestioned(entry, doubted, question));
            }
            case Doubts.Settled(var questions, _) -> {
                var settled = entry.withQuestions(questions);
                entries.saveQuestions(settled);
                facts.publishEvent(new EntryEligibleAgain(entry, settled));
            }
        }
    }
}
