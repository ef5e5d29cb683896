package org.whitelane.whitelist.entry.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.entry.Quota;

/**
 * How much of an entry is spoken for; decimals as text.
 *
 * @param remaining absent where the approved quantity does not limit the sum
 * @param year whose quota it is, where the scheme counts by year
 */
record QuotaView(
        String approved,
        String reserved,
        String used,
        @Nullable String remaining,
        String unit,
        @Nullable Integer year) {

    static QuotaView of(Quota quota) {
        return new QuotaView(
                quota.approved().toPlainString(),
                quota.reserved().toPlainString(),
                quota.used().toPlainString(),
                quota.capped() ? quota.remaining().toPlainString() : null,
                quota.unit().code(),
                quota.year() == Quota.NO_YEAR ? null : quota.year());
    }
}
