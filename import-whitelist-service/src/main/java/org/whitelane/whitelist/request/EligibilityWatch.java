package org.whitelane.whitelist.request;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.PartyChanged;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Doubts;
import org.whitelane.whitelist.scheme.Eligibility;

import java.time.Clock;

/**
 * Looks again at open requests when their party changes, and says so when what was decided no
 * longer holds.
 */
@Component
class EligibilityWatch {

    private final Requests requests;
    private final Chamber chamber;
    private final ApplicationEventPublisher changes;
    private final Clock clock;

    EligibilityWatch(
            Requests requests, Chamber chamber, ApplicationEventPublisher changes, Clock clock) {
        this.requests = requests;
        this.chamber = chamber;
        this.changes = changes;
        this.clock = clock;
    }

    @EventListener
    void on(PartyChanged change) {
        var party = new PartyKnowledge.Known(change.party());
        requests.lockOpen(change.party().id()).forEach(request -> lookAgain(request, party));
    }

    private void lookAgain(WhitelistRequest request, PartyKnowledge party) {
        var today = LegalDays.today(clock);
        var eligibility = Eligibility.again(party, chamber.schemeOf(request), today);
        switch (Doubts.after(request.questions(), eligibility, today)) {
            case Doubts.Unchanged() -> {}
            case Doubts.Raised(var questions, var question) ->
                    change(
                            request,
                            request.withQuestions(questions),
                            new RequestFact.EligibilityQuestioned(question));
            case Doubts.Settled(var questions, var version) ->
                    change(
                            request,
                            request.withQuestions(questions),
                            new RequestFact.EligibilityRestored(version));
        }
    }

    private void change(WhitelistRequest before, WhitelistRequest after, RequestFact fact) {
        var saved = requests.save(after);
        changes.publishEvent(new RequestChanged(before, saved, fact, Officer.system()));
    }
}
