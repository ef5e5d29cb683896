package org.whitelane.whitelist.entry.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.entry.EntryStatus;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An entry with everything that the holder or an agency may see. */
sealed interface EntryView extends Versioned {

    static EntryView of(WhitelistEntry entry, Officer officer) {
        return officer.actsFor(entry.holder().organisation()) ? Own.of(entry) : Full.of(entry);
    }

    /** For the holder. */
    record Own(
            UUID id,
            String entryNumber,
            String scheme,
            int batch,
            UUID request,
            Article article,
            List<String> waivedDocuments,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            EntryStatus status,
            @Nullable String statusReason,
            QuotaView quota,
            boolean renewalPending,
            List<Question> questions,
            long version)
            implements EntryView {

        static Own of(WhitelistEntry entry) {
            return new Own(
                    entry.id(),
                    entry.number(),
                    entry.scheme().code(),
                    entry.origin().batchNumber(),
                    entry.origin().request(),
                    entry.article(),
                    entry.terms().waivedDocuments(),
                    entry.terms().validFrom(),
                    entry.terms().validTo(),
                    entry.status(),
                    entry.state().reason(),
                    QuotaView.of(entry.state().quota()),
                    entry.state().renewalPending(),
                    entry.questions(),
                    entry.version());
        }
    }

    /**
     * For the scheme's agencies and customs.
     *
     * @param organisationVersion the version of the party's record that the publication saw
     */
    record Full(
            UUID id,
            String entryNumber,
            String scheme,
            int schemeVersion,
            int batch,
            UUID request,
            String organisation,
            long organisationVersion,
            String unit,
            Article article,
            List<String> waivedDocuments,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            EntryStatus status,
            @Nullable String statusReason,
            QuotaView quota,
            boolean renewalPending,
            List<Question> questions,
            long version)
            implements EntryView {

        static Full of(WhitelistEntry entry) {
            return new Full(
                    entry.id(),
                    entry.number(),
                    entry.scheme().code(),
                    entry.scheme().version(),
                    entry.origin().batchNumber(),
                    entry.origin().request(),
                    entry.holder().organisation(),
                    entry.holder().organisationVersion(),
                    entry.holder().unitName(),
                    entry.article(),
                    entry.terms().waivedDocuments(),
                    entry.terms().validFrom(),
                    entry.terms().validTo(),
                    entry.status(),
                    entry.state().reason(),
                    QuotaView.of(entry.state().quota()),
                    entry.state().renewalPending(),
                    entry.questions(),
                    entry.version());
        }
    }
}
