package org.whitelane.whitelist.lists;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.entry.EntryStatus;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A line of the full list, for customs.
 *
 * @param asOf the day on which it was so
 * @param unit the holder, by its names and its unified social credit code
 * @param article as it stands on the list; with request, organisation and schemeVersion what the
 *     agencies signed
 * @param customsOffices where it may be declared; absent when the scheme's sources do not say it
 * @param waivedDocuments not asked for when the article is imported for its approved use
 * @param requiredRemark what the declaration's remark has to read
 * @param unitSuspended why the unit's place in the scheme's directory is suspended: nothing is
 *     imported meanwhile, whatever the entry's own status. Absent where it is not
 */
public record CustomsEntry(
        String entryNumber,
        LocalDate asOf,
        int schemeVersion,
        int batch,
        String decisionDocument,
        UUID request,
        Unit unit,
        Article article,
        Quantities quantities,
        @Nullable List<String> customsOffices,
        List<String> waivedDocuments,
        @Nullable String requiredRemark,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        EntryStatus status,
        @Nullable String statusReason,
        @Nullable String unitSuspended) {

    static final List<Column<CustomsEntry>> COLUMNS =
            List.of(
                    Column.of("entryNumber", CustomsEntry::entryNumber),
                    Column.of("asOf", CustomsEntry::asOf),
                    Column.of("schemeVersion", CustomsEntry::schemeVersion),
                    Column.of("batch", CustomsEntry::batch),
                    Column.of("decisionDocument", CustomsEntry::decisionDocument),
                    Column.of("request", CustomsEntry::request),
                    Column.of("organisation", line -> line.unit.organisation),
                    Column.of("creditCode", line -> line.unit.creditCode),
                    Column.of("unitNameZh", line -> line.unit.nameZh),
                    Column.of("unitNameEn", line -> line.unit.nameEn),
                    Column.of("nameZh", line -> line.article.nameZh()),
                    Column.of("nameEn", line -> line.article.nameEn()),
                    Column.of("casNumber", line -> line.article.casNumber()),
                    Column.of("hsCode", line -> line.article.hsCode()),
                    Column.of("specification", line -> line.article.specification()),
                    Column.of("manufacturer", line -> line.article.manufacturer()),
                    Column.of("manufacturerCountry", line -> line.article.manufacturerCountry()),
                    Column.of("originCountry", line -> line.article.originCountry()),
                    Column.of("use", line -> line.article.use()),
                    Column.of("content", line -> line.article.content()),
                    Column.of("approved", line -> line.quantities.approved),
                    Column.of("reserved", line -> line.quantities.reserved),
                    Column.of("used", line -> line.quantities.used),
                    Column.of("remaining", line -> line.quantities.remaining),
                    Column.of("unitOfMeasure", line -> line.quantities.unitOfMeasure),
                    Column.of("quotaMode", line -> line.quantities.mode),
                    Column.of("customsOffices", CustomsEntry::customsOffices),
                    Column.of("waivedDocuments", CustomsEntry::waivedDocuments),
                    Column.of("requiredRemark", CustomsEntry::requiredRemark),
                    Column.of("validFrom", CustomsEntry::validFrom),
                    Column.of("validTo", CustomsEntry::validTo),
                    Column.of("status", CustomsEntry::status),
                    Column.of("statusReason", CustomsEntry::statusReason),
                    Column.of("unitSuspended", CustomsEntry::unitSuspended));

    public CustomsEntry {
        customsOffices = customsOffices == null ? null : List.copyOf(customsOffices);
        waivedDocuments = List.copyOf(waivedDocuments);
    }

    /**
     * @param nameZh as the unit was called on the day of publication
     * @param nameEn as the register has it now, as the code; absent when it is not known here
     */
    public record Unit(
            String organisation,
            @Nullable String creditCode,
            String nameZh,
            @Nullable String nameEn) {}

    /**
     * Decimals as text. Of a scheme that counts by year they are of the year of {@code asOf}.
     *
     * @param remaining absent where the approved quantity does not limit the sum, or nobody says
     *     what it limits
     * @param mode absent where nobody says it
     */
    public record Quantities(
            String approved,
            String reserved,
            String used,
            @Nullable String remaining,
            String unitOfMeasure,
            @Nullable String mode) {}
}
