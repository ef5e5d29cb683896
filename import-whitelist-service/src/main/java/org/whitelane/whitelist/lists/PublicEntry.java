package org.whitelane.whitelist.lists;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.entry.EntryStatus;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.time.LocalDate;
import java.util.List;

/**
 * A line of the public list: no quantity, maker, project or person (Administrative Licensing Law
 * Art. 5, trade secrets). Today's is read from these columns alone, so there is nothing to leave
 * out.
 */
public record PublicEntry(
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

    static final List<Column<PublicEntry>> COLUMNS =
            List.of(
                    Column.of("entryNumber", PublicEntry::entryNumber),
                    Column.of("unit", PublicEntry::unit),
                    Column.of("nameZh", PublicEntry::nameZh),
                    Column.of("nameEn", PublicEntry::nameEn),
                    Column.of("casNumber", PublicEntry::casNumber),
                    Column.of("batch", PublicEntry::batch),
                    Column.of("validFrom", PublicEntry::validFrom),
                    Column.of("validTo", PublicEntry::validTo),
                    Column.of("status", PublicEntry::status));
}
