package org.whitelane.whitelist.entry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.EntryFact.EntryChanged;
import org.whitelane.whitelist.entry.EntryFact.EntryRemoved;
import org.whitelane.whitelist.entry.EntryFact.EntryRenewed;

import java.util.UUID;

/** Where a publication writes entries, in the transaction of whoever holds their locks. */
@Component
public class EntryBook {

    private final Entries entries;
    private final ApplicationEventPublisher facts;

    EntryBook(Entries entries, ApplicationEventPublisher facts) {
        this.entries = entries;
        this.facts = facts;
    }

    /** A new one; that it is active is told after the batch that it stands in. */
    public void add(WhitelistEntry entry) {
        entries.add(entry);
    }

    /**
     * Saves what was made of an entry, and tells it.
     *
     * @param request that asked for it
     */
    public WhitelistEntry revise(Revision.Made made, UUID batch, UUID request, Officer by) {
        var before = made.before();
        var entry = entries.save(made.after());
        facts.publishEvent(
                switch (made) {
                    case Revision.Changed _ -> new EntryChanged(before, entry, batch, request, by);
                    case Revision.Renewed _ -> new EntryRenewed(before, entry, batch, request, by);
                    case Revision.Removed _ -> new EntryRemoved(before, entry, by);
                });
        return entry;
    }
}
