package org.whitelane.whitelist.search;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.ban.BanFact;
import org.whitelane.whitelist.batch.BatchFact;
import org.whitelane.whitelist.declaration.DeclarationChanged;
import org.whitelane.whitelist.declaration.ImportDeclaration;
import org.whitelane.whitelist.directory.UnitFact;
import org.whitelane.whitelist.entry.EntryFact;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.request.RequestChanged;
import org.whitelane.whitelist.request.RequestFact;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.ArrayList;
import java.util.List;

/**
 * Notes down by what a thing can be found, in the transaction that makes it or changes its content.
 */
@Component
class SearchIndexer {

    private final SearchIndex index;

    SearchIndexer(SearchIndex index) {
        this.index = index;
    }

    @EventListener
    void on(RequestChanged change) {
        switch (change.fact()) {
            case RequestFact.Drafted() ->
                    index.add(Hit.Kind.REQUEST, change.after().id(), terms(change.after()));
            case RequestFact.Revised() ->
                    index.replace(Hit.Kind.REQUEST, change.after().id(), terms(change.after()));
            case RequestFact _ -> {
                // moves leave the content as it is
            }
        }
    }

    @EventListener
    void on(EntryFact fact) {
        if (fact instanceof EntryFact.EntryActivated(var entry, _)) {
            index.add(Hit.Kind.ENTRY, entry.id(), terms(entry));
        } else if (fact instanceof EntryFact.EntryChanged changed) {
            index.replace(Hit.Kind.ENTRY, changed.entry().id(), terms(changed.entry()));
        }
    }

    /** Before its publication a batch is its table's alone, and found by nobody. */
    @EventListener
    void on(BatchFact.BatchPublished published) {
        var batch = published.batch();
        index.add(
                Hit.Kind.BATCH,
                batch.id(),
                List.of(
                        Term.id(batch.id()),
                        Term.number(batchNumber(batch.scheme(), batch.number())),
                        Term.document(batch.decisionDocument())));
    }

    @EventListener
    void on(DeclarationChanged change) {
        var terms = terms(change.after(), change.entryNumber());
        var before = change.before();
        if (before == null || !terms(before, change.entryNumber()).equals(terms)) {
            index.add(Hit.Kind.DECLARATION, change.after().id(), terms);
        }
    }

    /**
     * A place is also found by the batch that listed its unit, and the request that asked for it.
     */
    @EventListener
    void on(UnitFact fact) {
        if (fact instanceof UnitFact.Listed(var place, _)) {
            index.add(
                    Hit.Kind.UNIT,
                    place.id(),
                    List.of(
                            Term.id(place.id()),
                            Term.number(place.number()),
                            Term.id(place.origin().request()),
                            Term.id(place.origin().batch()),
                            Term.number(
                                    batchNumber(
                                            place.scheme().code(), place.origin().batchNumber())),
                            Term.unit(place.holder().organisation()),
                            Term.name(place.holder().unitName())));
        }
    }

    /** A ban has no number of its own: what it revoked has one, and the case may have. */
    @EventListener
    void on(BanFact fact) {
        if (fact instanceof BanFact.Raised(var ban, _)) {
            var terms = new ArrayList<Term>();
            terms.add(Term.id(ban.id()));
            terms.add(Term.id(ban.cause().revoked()));
            terms.add(Term.number(ban.cause().number()));
            terms.add(Term.unit(ban.organisation()));
            var violation = ban.cause().violation();
            if (violation != null) {
                // as it is typed: a case's number has no form that is ours
                terms.add(Term.name(violation));
                terms.add(Term.number(violation));
            }
            index.add(Hit.Kind.BAN, ban.id(), terms);
        }
    }

    private static List<Term> terms(ImportDeclaration declaration, String entryNumber) {
        var terms = new ArrayList<Term>();
        terms.add(Term.id(declaration.id()));
        terms.add(Term.id(declaration.entry()));
        terms.add(Term.number(entryNumber));
        terms.add(Term.unit(declaration.organisation()));
        var papers = declaration.papers();
        if (papers != null) {
            terms.add(Term.number(papers.number()));
        }
        return terms;
    }

    private static List<Term> terms(WhitelistRequest request) {
        var terms = new ArrayList<Term>();
        terms.add(Term.id(request.id()));
        terms.add(Term.number(request.number()));
        terms.add(Term.unit(request.organisation()));
        request.content().articles().stream().flatMap(Term::of).forEach(terms::add);
        return terms;
    }

    /** An entry is also found by the request it came from and the batch it stands in. */
    private static List<Term> terms(WhitelistEntry entry) {
        var terms = new ArrayList<Term>();
        terms.add(Term.id(entry.id()));
        terms.add(Term.number(entry.number()));
        terms.add(Term.id(entry.origin().request()));
        terms.add(Term.id(entry.origin().batch()));
        terms.add(Term.number(batchNumber(entry.scheme().code(), entry.origin().batchNumber())));
        terms.add(Term.unit(entry.holder().organisation()));
        terms.add(Term.name(entry.holder().unitName()));
        Term.of(entry.article()).forEach(terms::add);
        return terms;
    }

    private static String batchNumber(String scheme, int number) {
        return "%s-B%d".formatted(scheme, number);
    }
}
