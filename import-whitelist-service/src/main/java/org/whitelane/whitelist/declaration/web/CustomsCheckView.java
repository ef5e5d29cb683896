package org.whitelane.whitelist.declaration.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.declaration.CustomsVerdict;
import org.whitelane.whitelist.entry.EntryStatus;
import org.whitelane.whitelist.entry.QuotaReading;

import java.time.LocalDate;
import java.util.List;

/**
 * The answer to customs.
 *
 * @param reasons everything that stands against it
 * @param notChecked what the scheme's sources do not say, so that nobody could compare it
 * @param entry absent where there is none on the lists of the asking office's schemes
 */
record CustomsCheckView(
        boolean admissible,
        List<Finding> reasons,
        List<String> notChecked,
        @Nullable Listed entry) {

    /**
     * @param remaining in the entry's unit, without what is held for the named reservation
     * @param quotaMode what the approved quantity limits; absent where nobody says
     * @param quotaModeConfigured the scheme does not say it; the service is configured to read it
     *     so
     * @param waivedDocuments not asked for when the article is imported for its approved use
     * @param requiredRemark what the declaration's remark has to read
     */
    record Listed(
            String entryNumber,
            String scheme,
            String unit,
            String nameZh,
            String nameEn,
            String use,
            EntryStatus status,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String remaining,
            String unitOfMeasure,
            @Nullable String quotaMode,
            @Nullable Boolean quotaModeConfigured,
            List<String> waivedDocuments,
            @Nullable String requiredRemark) {}

    static CustomsCheckView of(CustomsVerdict verdict) {
        return new CustomsCheckView(
                verdict.admissible(),
                verdict.reasons(),
                verdict.notChecked(),
                verdict.seen() == null ? null : listed(verdict.seen(), verdict.reading()));
    }

    private static Listed listed(CustomsVerdict.Seen seen, @Nullable QuotaReading reading) {
        var entry = seen.entry();
        var quota = entry.state().quota();
        return new Listed(
                entry.number(),
                entry.scheme().code(),
                entry.holder().unitName(),
                entry.article().nameZh(),
                entry.article().nameEn(),
                entry.article().use(),
                entry.status(),
                entry.terms().validFrom(),
                entry.terms().validTo(),
                quota.remaining().toPlainString(),
                quota.unit().code(),
                reading == null ? null : reading.mode().name(),
                reading == null ? null : reading.configured(),
                entry.terms().waivedDocuments(),
                seen.scheme().effects().declarationRemark());
    }
}
