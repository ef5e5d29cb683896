package org.whitelane.whitelist.directory.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.entry.EntryStatus;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The entry that a filing made; the whole of it is read as an entry. */
record FiledView(
        UUID id,
        String entryNumber,
        String nameEn,
        List<String> waivedDocuments,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        EntryStatus status,
        long version)
        implements Versioned {

    static FiledView of(WhitelistEntry entry) {
        return new FiledView(
                entry.id(),
                entry.number(),
                entry.article().nameEn(),
                entry.terms().waivedDocuments(),
                entry.terms().validFrom(),
                entry.terms().validTo(),
                entry.status(),
                entry.version());
    }
}
