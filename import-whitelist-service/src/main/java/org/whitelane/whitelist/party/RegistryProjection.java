package org.whitelane.whitelist.party;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.inbox.Projection;

/** Parties and calendar as a whole, which the registry's topics can fill again. */
@Component
class RegistryProjection implements Projection {

    private final Parties parties;
    private final Calendars calendars;
    private final ApplicationEventPublisher changes;
    private final TransactionTemplate transactions;

    RegistryProjection(
            Parties parties,
            Calendars calendars,
            ApplicationEventPublisher changes,
            TransactionTemplate transactions) {
        this.parties = parties;
        this.calendars = calendars;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public void clear() {
        parties.clear();
        calendars.clear();
    }

    /** What the registry told meanwhile was not passed on: it may have been told before. */
    @Override
    public void rebuilt() {
        parties.ids().forEach(id -> transactions.executeWithoutResult(_ -> lookAgain(id)));
    }

    private void lookAgain(String id) {
        if (parties.forDecision(id) instanceof PartyKnowledge.Known(var party)) {
            changes.publishEvent(new PartyChanged(party));
        }
    }
}
