package org.whitelane.whitelist.events;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.mandate.MandateFact;

import java.util.Map;

/**
 * Writes mandates into the journal. They publish nothing: between a unit and its agent nobody else
 * is concerned, and what the agent does is told as the unit's.
 */
@Component
class MandateJournalListener {

    private final Journal journal;

    MandateJournalListener(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(MandateFact fact) {
        var by = PrivatePart.by(fact.by().subject());
        switch (fact) {
            case MandateFact.Given(var mandate, _) ->
                    journal.append(event("mandate-given.v1", mandate), by.change(null, mandate));
            case MandateFact.Ended(var before, var mandate, var ending, _) ->
                    journal.append(
                            event(type(ending.way()), mandate),
                            by.because(ending.reason()).change(before, mandate));
        }
    }

    private static String type(Mandate.Way way) {
        return switch (way) {
            case REVOKED -> "mandate-revoked.v1";
            case GIVEN_UP -> "mandate-given-up.v1";
        };
    }

    private static InternalEvent event(String type, Mandate mandate) {
        return new InternalEvent(
                "org.whitelane.whitelist." + type,
                mandate.id().toString(),
                Map.of(
                        "mandateId", mandate.id().toString(),
                        "unit", mandate.unit(),
                        "agent", mandate.agent()));
    }
}
