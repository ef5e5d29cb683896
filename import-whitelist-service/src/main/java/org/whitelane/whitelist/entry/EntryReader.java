package org.whitelane.whitelist.entry;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.Entries.Place;
import org.whitelane.whitelist.scheme.Schemes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads entries and batches for those who may see them; for others they are not there. */
@Component
public class EntryReader {

    private final Entries entries;
    private final Batches batches;
    private final Schemes schemes;

    EntryReader(Entries entries, Batches batches, Schemes schemes) {
        this.entries = entries;
        this.batches = batches;
        this.schemes = schemes;
    }

    /** Empty when there is no such scheme. */
    public Optional<List<WhitelistEntry>> publicPage(String scheme, Place after, int limit) {
        return schemes.newest(scheme)
                .map(known -> entries.page(null, List.of(known.code()), after, limit));
    }

    public List<WhitelistEntry> page(Officer officer, Place after, int limit) {
        return entries.page(officer.organisation(), seats(officer), after, limit);
    }

    public Optional<WhitelistEntry> entry(UUID id, Officer officer) {
        return entries.find(id)
                .filter(
                        entry ->
                                officer.actsFor(entry.holder().organisation())
                                        || seats(officer).contains(entry.scheme().code()));
    }

    public Optional<Seen> batch(UUID id, Officer officer) {
        return batches.find(id)
                .filter(batch -> seats(officer).contains(batch.scheme()))
                .map(batch -> new Seen(batch, entries.ofBatch(id)));
    }

    private List<String> seats(Officer officer) {
        return officer.isAuditor() ? schemes.codes() : schemes.seatsOf(officer.organisation());
    }

    public record Seen(Batch batch, List<WhitelistEntry> entries) {}
}
