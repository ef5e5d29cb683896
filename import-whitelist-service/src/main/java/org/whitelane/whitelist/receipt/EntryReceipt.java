package org.whitelane.whitelist.receipt;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A receipt as it was issued; it never changes.
 *
 * @param version counts the receipts of the entry
 * @param position in the status list
 * @param kid of the key that signed it
 */
public record EntryReceipt(
        UUID entry,
        int version,
        UUID list,
        int position,
        Printed printed,
        String kid,
        Instant issuedAt,
        Instant expiresAt,
        String jws) {

    /** What it says of the entry. */
    public record Printed(
            Article article,
            List<String> waivedDocuments,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        public Printed {
            waivedDocuments = List.copyOf(waivedDocuments);
        }

        static Printed of(WhitelistEntry entry) {
            var terms = entry.terms();
            return new Printed(
                    entry.article(), terms.waivedDocuments(), terms.validFrom(), terms.validTo());
        }
    }

    boolean says(WhitelistEntry entry) {
        return printed.equals(Printed.of(entry));
    }
}
