package org.whitelane.whitelist.lists;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.entry.Quota;
import org.whitelane.whitelist.entry.QuotaReading;
import org.whitelane.whitelist.entry.QuotaSettings;
import org.whitelane.whitelist.scheme.Schemes;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What customs reads of an entry: with its scheme's rules, and what is left on that day. */
@Component
class CustomsLines {

    private final Schemes schemes;
    private final QuotaSettings settings;

    CustomsLines(Schemes schemes, QuotaSettings settings) {
        this.schemes = schemes;
        this.settings = settings;
    }

    Listed<CustomsEntry> line(Listed<ListRows.Full> listed, LocalDate asOf) {
        return new Listed<>(entry(listed.entry(), asOf), listed.place(), listed.change());
    }

    private CustomsEntry entry(ListRows.Full full, LocalDate asOf) {
        var entry = full.entry();
        var scheme = schemes.version(entry.scheme().code(), entry.scheme().version());
        return new CustomsEntry(
                entry.number(),
                asOf,
                entry.scheme().version(),
                entry.origin().batchNumber(),
                full.decisionDocument(),
                entry.origin().request(),
                new CustomsEntry.Unit(
                        entry.holder().organisation(),
                        full.creditCode(),
                        entry.holder().unitName(),
                        full.unitNameEn()),
                entry.article(),
                quantities(entry.state().quota(), settings.reading(scheme).orElse(null), asOf),
                scheme.effects().customsOffices(),
                entry.terms().waivedDocuments(),
                scheme.effects().declarationRemark(),
                entry.terms().validFrom(),
                entry.terms().validTo(),
                entry.status(),
                entry.state().reason(),
                full.unitSuspended());
    }

    static CustomsEntry.Quantities quantities(
            Quota quota, @Nullable QuotaReading reading, LocalDate asOf) {
        var counts = reading == null || reading.yearOf(asOf) == quota.year();
        var reserved = counts ? quota.reserved() : BigDecimal.ZERO;
        var used = counts ? quota.used() : BigDecimal.ZERO;
        var left = quota.approved().subtract(reserved).subtract(used);
        return new CustomsEntry.Quantities(
                quota.approved().toPlainString(),
                reserved.toPlainString(),
                used.toPlainString(),
                reading != null && reading.capped() ? plain(left) : null,
                quota.unit().code(),
                reading == null ? null : reading.mode().name());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
