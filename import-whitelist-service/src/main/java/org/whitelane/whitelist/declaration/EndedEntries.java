package org.whitelane.whitelist.declaration;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.EntryFact;
import org.whitelane.whitelist.entry.WhitelistEntry;

/**
 * When an entry ends, what customs does not have yet ends with it and gives its quantity back, in
 * the same transaction. What customs has, customs decides on; what has arrived stays used.
 */
@Component
class EndedEntries {

    /** After the journal: the end is told before what follows from it. */
    private static final int AFTER_THE_JOURNAL = 100;

    private final Declarations declarations;
    private final DeclarationService service;

    EndedEntries(Declarations declarations, DeclarationService service) {
        this.declarations = declarations;
        this.service = service;
    }

    @EventListener
    @Order(AFTER_THE_JOURNAL)
    public void on(EntryFact fact) {
        switch (fact) {
            case EntryFact.EntryRevoked(_, var entry, _, var by) ->
                    drop(entry, "The entry was revoked.", by);
            case EntryFact.EntryRemoved(_, var entry, var by) ->
                    drop(entry, "The entry was taken off the list.", by);
            case EntryFact.EntryExpired(_, var entry) ->
                    drop(entry, "The entry has expired.", Officer.system());
            case EntryFact.EntryActivated _,
                    EntryFact.EntryQuestioned _,
                    EntryFact.EntryEligibleAgain _,
                    EntryFact.OfQuota _,
                    EntryFact.EntryExpiring _,
                    EntryFact.EntryChanged _,
                    EntryFact.EntryRenewed _,
                    EntryFact.RenewalMoved _,
                    EntryFact.EntrySuspended _,
                    EntryFact.EntryLifted _ -> {}
        }
    }

    private void drop(WhitelistEntry entry, String reason, Officer by) {
        declarations
                .lockOpen(entry.id())
                .forEach(declaration -> service.drop(declaration, reason, by));
    }
}
