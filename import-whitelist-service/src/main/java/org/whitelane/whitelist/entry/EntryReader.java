package org.whitelane.whitelist.entry;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.Entries.Place;
import org.whitelane.whitelist.scheme.Schemes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads entries for those who may see them; for others they are not there. */
@Component
public class EntryReader {

    private final Entries entries;
    private final Schemes schemes;

    EntryReader(Entries entries, Schemes schemes) {
        this.entries = entries;
        this.schemes = schemes;
    }

    public List<WhitelistEntry> page(Officer officer, Place after, int limit) {
        return entries.page(officer.organisation(), schemes.readableBy(officer), after, limit);
    }

    public Optional<WhitelistEntry> entry(UUID id, Officer officer) {
        return entries.find(id)
                .filter(
                        entry ->
                                schemes.mayRead(
                                        entry.holder().organisation(),
                                        entry.scheme().code(),
                                        officer));
    }
}
