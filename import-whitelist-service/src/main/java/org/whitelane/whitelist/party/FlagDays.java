package org.whitelane.whitelist.party;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A flag begins and ends on its days, and no event tells us then: whoever has flags is looked at
 * again. Whoever decided about the party does nothing when nothing has changed, so it can run often
 * and in every instance.
 */
@Component
public class FlagDays {

    private final Parties parties;
    private final ApplicationEventPublisher changes;
    private final TransactionTemplate transactions;

    FlagDays(Parties parties, ApplicationEventPublisher changes, TransactionTemplate transactions) {
        this.parties = parties;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT15M")
    public void lookAgain() {
        parties.flagged().forEach(id -> transactions.executeWithoutResult(_ -> lookAgain(id)));
    }

    /** Who is parked waits: the events behind the parked one may tell otherwise. */
    private void lookAgain(String id) {
        if (parties.forDecision(id) instanceof PartyKnowledge.Known(var party)) {
            changes.publishEvent(new PartyChanged(party));
        }
    }
}
