package org.whitelane.whitelist.directory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.entry.EntryBook;
import org.whitelane.whitelist.entry.EntryFact.EntryActivated;
import org.whitelane.whitelist.entry.EntryOutcome;

import java.util.UUID;

/** Load, decide, save, tell: filing an article under a unit's place. */
@Service
public class DirectoryService {

    private final UnitListings listings;
    private final FilingDesk desk;
    private final EntryBook book;
    private final ApplicationEventPublisher facts;

    DirectoryService(
            UnitListings listings,
            FilingDesk desk,
            EntryBook book,
            ApplicationEventPublisher facts) {
        this.listings = listings;
        this.desk = desk;
        this.book = book;
        this.facts = facts;
    }

    /** What passes is an entry at once, as those of a batch are. */
    @Transactional
    public EntryOutcome file(UUID id, Article article, Officer officer) {
        var seen =
                listings.find(id).filter(place -> officer.actsFor(place.holder().organisation()));
        if (seen.isEmpty()) {
            return new EntryOutcome.Not(Refused.notFound("Unit listing " + id));
        }
        var party = desk.lockParty(seen.get());
        var listing = listings.lock(id).orElseThrow();
        var filing = desk.filing(listing, party);
        var objection = filing.objection(article);
        if (objection.isPresent()) {
            return new EntryOutcome.Not(objection.get());
        }
        var entry = desk.entry(filing, article, listings.nextSequence(listing.origin().batch()));
        book.add(entry);
        facts.publishEvent(new EntryActivated(entry, officer));
        return new EntryOutcome.Done(entry);
    }
}
