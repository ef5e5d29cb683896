package org.whitelane.whitelist.entry;

import org.whitelane.whitelist.core.Finding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an entry allows on a day, and everything that stands against it at once. Pure. */
public final class EntryRights {

    private EntryRights() {}

    /** Status and validity. */
    public static List<Finding> against(WhitelistEntry entry, LocalDate day, String pointer) {
        var findings = new ArrayList<Finding>();
        var status = entry.status();
        if (status != EntryStatus.ACTIVE && status != EntryStatus.EXHAUSTED) {
            var reason = entry.state().reason();
            findings.add(
                    new Finding(
                            "/entry",
                            "entry-" + status.name().toLowerCase(Locale.ROOT),
                            "Entry %s is %s%s."
                                    .formatted(
                                            entry.number(),
                                            status,
                                            reason == null ? "" : ": " + reason)));
        }
        if (!entry.terms().coversDay(day)) {
            findings.add(
                    new Finding(
                            pointer,
                            "outside-validity",
                            "%s is outside the validity of entry %s, %s."
                                    .formatted(day, entry.number(), entry.terms().period())));
        }
        return List.copyOf(findings);
    }

    /**
     * The quantity.
     *
     * @param held what the entry already keeps for the same consignment
     */
    public static List<Finding> against(
            WhitelistEntry entry,
            QuotaReading reading,
            BigDecimal amount,
            BigDecimal held,
            LocalDate day) {
        var quota = entry.state().quota();
        var left =
                reading.capped()
                        ? quota.approved().subtract(quota.takenIn(reading.yearOf(day))).add(held)
                        : quota.approved();
        if (!reading.limitsConsignment() || amount.compareTo(left) <= 0) {
            return List.of();
        }
        return List.of(
                new Finding(
                        "/quantity",
                        "quota-exceeded",
                        "%s %s is more than the %s %s that entry %s has left (quota %s%s)."
                                .formatted(
                                        amount.toPlainString(),
                                        quota.unit(),
                                        left.toPlainString(),
                                        quota.unit(),
                                        entry.number(),
                                        reading.mode(),
                                        reading.configured()
                                                ? ", as this service is configured to read it"
                                                : "")));
    }
}
