package org.whitelane.whitelist.entry.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.entry.EntryStatus;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.time.LocalDate;

/**
 * The public list: no quantity, maker, project or person (Administrative Licensing Law Art. 5,
 * trade secrets).
 */
record PublicEntry(
        String entryNumber,
        String unit,
        String nameZh,
        String nameEn,
        @Nullable String casNumber,
        int batch,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        EntryStatus status) {

    static PublicEntry of(WhitelistEntry entry) {
        return new PublicEntry(
                entry.number(),
                entry.holder().unitName(),
                entry.article().nameZh(),
                entry.article().nameEn(),
                entry.article().casNumber(),
                entry.origin().batchNumber(),
                entry.terms().validFrom(),
                entry.terms().validTo(),
                entry.status());
    }
}
