package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What it means to be on the list.
 *
 * @param declarationRemark what a declaration's remark has to read
 * @param sanction in the notice's words; {@code banRule} is what can be computed of it
 */
public record Effects(
        List<Waiver> waivedDocuments,
        @Nullable List<String> customsOffices,
        @Nullable Integer entryValidityMonths,
        @Nullable QuotaMode quotaMode,
        @Nullable String declarationRemark,
        @Nullable BanRule banRule,
        @Nullable String sanction) {

    public Effects {
        waivedDocuments = List.copyOf(waivedDocuments);
    }

    public enum QuotaMode {
        NONE,
        TOTAL,
        ANNUAL,
        PER_BATCH
    }

    /**
     * @param document letter of a customs supervision condition, e.g. Q, or the code of another
     *     document
     * @param uses for which it is waived; absent: for every use
     */
    public record Waiver(String document, @Nullable List<String> uses) {

        boolean coversUse(String use) {
            return uses == null || uses.contains(use);
        }
    }

    /** What customs does not ask for when an article is imported for that use. */
    public List<String> waivedFor(String use) {
        return waivedDocuments.stream()
                .filter(waiver -> waiver.coversUse(use))
                .map(Waiver::document)
                .toList();
    }
}
