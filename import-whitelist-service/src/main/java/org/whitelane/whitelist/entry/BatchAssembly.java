package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns the articles of recognised requests into numbered entries of one batch. */
final class BatchAssembly {

    private final Batch batch;
    private final PilotScheme scheme;
    private final Instant now;
    private final List<WhitelistEntry> entries = new ArrayList<>();

    BatchAssembly(Batch batch, PilotScheme scheme, Instant now) {
        this.batch = batch;
        this.scheme = scheme;
        this.now = now;
    }

    /** Adds the entries of one request, and gives them back. */
    List<WhitelistEntry> add(WhitelistRequest request, Party holder) {
        return request.content().articles().stream()
                .map(article -> entry(request, holder, article))
                .toList();
    }

    Batch batch() {
        return batch;
    }

    List<WhitelistEntry> entries() {
        return List.copyOf(entries);
    }

    private WhitelistEntry entry(WhitelistRequest request, Party holder, Article article) {
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
                                scheme.effects().waivedDocuments(), from, validTo(from)),
                        EntryStatus.ACTIVE,
                        List.of(),
                        1);
        entries.add(entry);
        return entry;
    }

    /** The scheme's months, capped by the scheme's end; open when neither is known. */
    private @Nullable LocalDate validTo(LocalDate from) {
        var months = scheme.effects().entryValidityMonths();
        var end = scheme.policy().effectiveTo();
        var byMonths = months == null ? null : from.plusMonths(months);
        if (byMonths == null || end == null) {
            return byMonths == null ? end : byMonths;
        }
        return byMonths.isBefore(end) ? byMonths : end;
    }
}
