package org.whitelane.whitelist.entry;

import org.whitelane.whitelist.scheme.Effects.QuotaMode;

import java.time.LocalDate;

/**
 * What a scheme's approved quantity limits, as we read it.
 *
 * <ul>
 *   <li>TOTAL: everything reserved and received under the entry, as long as it lives.
 *   <li>ANNUAL: everything reserved in one calendar year (in China); a reservation counts for the
 *       year in which it was made, also when the goods arrive in the next.
 *   <li>PER_BATCH: each consignment by itself; their sum is counted and not limited.
 *   <li>NONE: nothing; what is reserved and received is counted.
 * </ul>
 *
 * @param configured the scheme's sources do not say it; the service's configuration does, and each
 *     reservation stores that
 */
public record QuotaReading(QuotaMode mode, boolean configured) {

    /** Whether reserved and used together stay below the approved quantity. */
    public boolean capped() {
        return mode == QuotaMode.TOTAL || mode == QuotaMode.ANNUAL;
    }

    boolean limitsConsignment() {
        return mode != QuotaMode.NONE;
    }

    /** Whose quota a reservation made on that day draws on. */
    public int yearOf(LocalDate day) {
        return mode == QuotaMode.ANNUAL ? day.getYear() : Quota.NO_YEAR;
    }
}
