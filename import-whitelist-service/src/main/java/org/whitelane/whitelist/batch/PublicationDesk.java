package org.whitelane.whitelist.batch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.batch.BatchFact.BatchPublished;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.directory.Directory;
import org.whitelane.whitelist.entry.EntryBook;
import org.whitelane.whitelist.entry.EntryFact.EntryActivated;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.request.RequestService;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Examines everything that is to be published, moves each request that passes, writes the list. */
@Component
class PublicationDesk {

    private final PublicationLocks locks;
    private final RequestService decisions;
    private final EntryBook book;
    private final Directory directory;
    private final ApplicationEventPublisher facts;

    PublicationDesk(
            PublicationLocks locks,
            RequestService decisions,
            EntryBook book,
            Directory directory,
            ApplicationEventPublisher facts) {
        this.locks = locks;
        this.decisions = decisions;
        this.book = book;
        this.directory = directory;
        this.facts = facts;
    }

    Docket examine(List<UUID> ids, BatchAssembly assembly, Officer officer) {
        var locked = locks.take(ids, assembly.batch().scheme());
        var examination =
                new Examination(
                        assembly,
                        locked,
                        (request, publish, party) ->
                                decisions.decideLocked(request, publish, officer, party));
        for (var i = 0; i < ids.size(); i++) {
            examination.take(i, ids.get(i));
        }
        return examination.docket(
                ids.stream().map(locked.requests()::get).filter(Objects::nonNull).toList());
    }

    /**
     * What was there before what is new, for which it may make room.
     *
     * @return those that were there, and say something else now
     */
    List<WhitelistEntry> write(Docket docket, Batch batch, Officer by) {
        var revised =
                docket.revisions().stream()
                        .map(a -> book.revise(a.revision(), batch.id(), a.request(), by))
                        .filter(entry -> entry.status().isLive())
                        .toList();
        docket.entries().forEach(book::add);
        return revised;
    }

    /** The batch once, then each unit and each entry. */
    void announce(BatchPublished published) {
        facts.publishEvent(published);
        published.units().forEach(unit -> directory.enter(unit, published.by()));
        published
                .entries()
                .forEach(entry -> facts.publishEvent(new EntryActivated(entry, published.by())));
    }
}
