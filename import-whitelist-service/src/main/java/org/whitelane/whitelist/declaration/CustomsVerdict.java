package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.Converted;
import org.whitelane.kernel.Quantity;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.entry.EntryRights;
import org.whitelane.whitelist.entry.QuotaReading;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether an import may pass under an entry; everything that stands against it at once. Pure.
 *
 * @param reasons empty where nothing does
 * @param seen absent where there is no such entry for the asking office
 * @param notChecked what the scheme's sources do not say, so that nobody could compare
 */
public record CustomsVerdict(
        List<Finding> reasons,
        @Nullable Seen seen,
        @Nullable QuotaReading reading,
        List<String> notChecked) {

    public CustomsVerdict {
        reasons = List.copyOf(reasons);
        notChecked = List.copyOf(notChecked);
    }

    /**
     * @param creditCode of the holder, where it is known
     * @param held what the entry keeps for the named reservation
     * @param heldBack that the unit's place in the directory is suspended; null where it is not
     */
    public record Seen(
            WhitelistEntry entry,
            PilotScheme scheme,
            @Nullable String creditCode,
            BigDecimal held,
            @Nullable Finding heldBack) {}

    public boolean admissible() {
        return reasons.isEmpty();
    }

    static CustomsVerdict unknown(CustomsQuestion question) {
        return new CustomsVerdict(
                List.of(
                        new Finding(
                                "/entryNumber",
                                "unknown-entry",
                                "There is no entry %s on the lists of your schemes."
                                        .formatted(question.entryNumber()))),
                null,
                null,
                List.of());
    }

    static CustomsVerdict of(CustomsQuestion question, Seen seen, @Nullable QuotaReading reading) {
        var entry = seen.entry();
        var reasons = new ArrayList<Finding>(EntryRights.against(entry, question.on(), "/on"));
        Stream.ofNullable(seen.heldBack()).forEach(reasons::add);
        CustomsPapers.add(
                reasons,
                "/unit",
                "consignee-differs",
                CustomsPapers.consignee(
                        question.unit(), entry.holder().organisation(), seen.creditCode()));
        CustomsPapers.add(
                reasons,
                "/hsCode",
                "hs-code-differs",
                CustomsPapers.hsCode(question.hsCode(), entry));
        reasons.addAll(quantity(question, seen, reading));
        CustomsPapers.add(
                reasons,
                "/customsOffice",
                "customs-office-not-in-scheme",
                CustomsPapers.office(question.customsOffice(), seen.scheme()));
        CustomsPapers.add(
                reasons,
                "/remark",
                "remark-required",
                CustomsPapers.remark(question.remark(), seen.scheme()));
        return new CustomsVerdict(
                reasons,
                seen,
                reading,
                CustomsPapers.offices(seen.scheme()).isEmpty()
                        ? List.of("customs-office")
                        : List.of());
    }

    private static List<Finding> quantity(
            CustomsQuestion question, Seen seen, @Nullable QuotaReading reading) {
        if (reading == null) {
            return List.of(
                    new Finding(
                            "/quantity",
                            "quota-mode-not-known",
                            "Nobody says whether the approved quantity is a total, a year's or a"
                                    + " consignment's."));
        }
        var stated = Quantity.of(question.quantity().amount(), question.quantity().unit());
        var wanted = seen.entry().state().quota().unit();
        return switch (seen.entry().article().conversion().convert(stated, wanted)) {
            case Converted.Impossible(var why) ->
                    List.of(new Finding("/quantity/unit", "unit-not-convertible", why));
            case Converted.To(var converted) ->
                    EntryRights.against(
                            seen.entry(),
                            reading,
                            converted.amount().value(),
                            seen.held(),
                            question.on());
        };
    }
}
