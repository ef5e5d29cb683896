package org.whitelane.whitelist.events;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.whitelist.ban.BanFact;
import org.whitelane.whitelist.directory.UnitFact;

/** Hears what happened to units in their schemes and writes it into the journal. */
@Component
class UnitJournalListener {

    private final Journal journal;
    private final TakenBack takenBack;

    UnitJournalListener(Journal journal, TakenBack takenBack) {
        this.journal = journal;
        this.takenBack = takenBack;
    }

    @EventListener
    void on(UnitFact fact) {
        switch (fact) {
            case UnitFact.Listed(var listing, var by) ->
                    journal.append(
                            UnitEvents.listed(listing),
                            PrivatePart.by(by.subject()).change(null, listing));
            case UnitFact.Suspended(var before, var listing, var by) ->
                    journal.append(
                            UnitEvents.suspended(listing),
                            PrivatePart.by(by.subject())
                                    .because(listing.reason())
                                    .change(before, listing));
            case UnitFact.Restored(var before, var listing, var reason, var by) ->
                    journal.append(
                            UnitEvents.restored(listing, reason),
                            PrivatePart.by(by.subject()).because(reason).change(before, listing));
            case UnitFact.Delisted(var before, var listing, var by) ->
                    journal.append(
                            takenBack.in(UnitEvents.delisted(listing)),
                            PrivatePart.by(by.subject())
                                    .because(listing.reason())
                                    .change(before, listing));
        }
    }

    @EventListener
    void on(BanFact fact) {
        var by = PrivatePart.by(fact.by().subject());
        switch (fact) {
            case BanFact.Raised(var ban, _) ->
                    journal.append(
                            BanEvents.raised(ban),
                            by.because(ban.cause().reason()).change(null, ban));
            case BanFact.Lifted(var before, var ban, _) ->
                    journal.append(
                            BanEvents.lifted(ban),
                            by.because(BanEvents.lifting(ban).reason()).change(before, ban));
        }
    }
}
