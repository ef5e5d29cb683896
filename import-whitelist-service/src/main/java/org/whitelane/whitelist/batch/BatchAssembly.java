package org.whitelane.whitelist.batch;

import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.directory.UnitListing;
import org.whitelane.whitelist.directory.UnitStatus;
import org.whitelane.whitelist.entry.EntryState;
import org.whitelane.whitelist.entry.Revising;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.RequestKind;
import org.whitelane.whitelist.scheme.Validity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the articles of recognised requests into numbered entries of one batch, and units into
 * places.
 */
final class BatchAssembly {

    private final Batch batch;
    private final PilotScheme scheme;
    private final Instant now;
    private final List<WhitelistEntry> entries = new ArrayList<>();
    private final List<UnitListing> units = new ArrayList<>();

    BatchAssembly(Batch batch, PilotScheme scheme, Instant now) {
        this.batch = batch;
        this.scheme = scheme;
        this.now = now;
    }

    /** Adds an entry for an article of a request, and gives it back. */
    WhitelistEntry add(WhitelistRequest request, Party holder, Article article) {
        var sequence = entries.size() + 1;
        var from = batch.publishedOn();
        var entry =
                new WhitelistEntry(
                        UuidV7.at(now),
                        "%s-B%d-%d".formatted(batch.scheme(), batch.number(), sequence),
                        request.scheme(),
                        new WhitelistEntry.Origin(
                                batch.id(), batch.number(), sequence, request.id()),
                        new WhitelistEntry.Holder(holder.id(), holder.version(), holder.nameZh()),
                        article,
                        new WhitelistEntry.Terms(
                                scheme.effects().waivedFor(article.use()),
                                from,
                                new Validity(scheme).lastDayFrom(from)),
                        EntryState.published(article, from, LegalDays.on(now)),
                        List.of(),
                        1);
        entries.add(entry);
        return entry;
    }

    /** Whether the unit itself is recognised, and its articles follow. */
    boolean listsUnit(WhitelistRequest request) {
        return scheme.granularity() == PilotScheme.Granularity.UNIT_DIRECTORY
                && request.content().kind() == RequestKind.NEW;
    }

    /** Gives the unit of a request its place in the directory. */
    void addUnit(WhitelistRequest request, Party holder) {
        var from = batch.publishedOn();
        units.add(
                new UnitListing(
                        UuidV7.at(now),
                        "%s-B%d-U%d".formatted(batch.scheme(), batch.number(), units.size() + 1),
                        request.scheme(),
                        new UnitListing.Origin(batch.id(), batch.number(), request.id()),
                        new UnitListing.Holder(holder.id(), holder.version(), holder.nameZh()),
                        from,
                        new Validity(scheme).lastDayFrom(from),
                        UnitStatus.ACTIVE,
                        null,
                        1));
    }

    List<UnitListing> units() {
        return List.copyOf(units);
    }

    Batch batch() {
        return batch;
    }

    /** How it makes something of entries that are there. */
    Revising revising() {
        return new Revising(scheme);
    }

    List<WhitelistEntry> entries() {
        return List.copyOf(entries);
    }
}
