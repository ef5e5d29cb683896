package org.whitelane.whitelist.entry;

import org.whitelane.kernel.QuantityUnit;
import org.whitelane.whitelist.core.Amount;

import java.math.BigDecimal;

/**
 * How much of an entry is spoken for, in the entry's unit.
 *
 * @param approved what the entry allows: in all, each year, or each consignment, as the scheme says
 * @param reserved held for imports that are on their way
 * @param used received by the unit
 * @param year whose quota the two counts are of, where the scheme counts by year; else 0
 * @param capped whether the approved quantity limits the sum: not where the scheme limits each
 *     consignment only, or nothing
 */
public record Quota(
        BigDecimal approved,
        BigDecimal reserved,
        BigDecimal used,
        QuantityUnit unit,
        int year,
        boolean capped) {

    public static final int NO_YEAR = 0;

    public Quota {
        approved = plain(approved);
        reserved = plain(reserved);
        used = plain(used);
    }

    static Quota untouched(Amount approved) {
        return new Quota(
                new BigDecimal(approved.amount()),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                QuantityUnit.parse(approved.unit()),
                NO_YEAR,
                true);
    }

    /** The counts stay, and so does the unit that they are in. */
    Quota approving(Amount next) {
        return new Quota(new BigDecimal(next.amount()), reserved, used, unit, year, capped);
    }

    public BigDecimal taken() {
        return reserved.add(used);
    }

    /** Of one year's quota nothing is taken before its first reservation. */
    public BigDecimal takenIn(int wantedYear) {
        return wantedYear == year ? taken() : BigDecimal.ZERO;
    }

    public BigDecimal remaining() {
        return plain(approved.subtract(taken()));
    }

    /** Whether at least that share of the approved quantity is taken. */
    boolean isTaken(int percent) {
        var share = taken().multiply(BigDecimal.valueOf(100));
        return capped && share.compareTo(approved.multiply(BigDecimal.valueOf(percent))) >= 0;
    }

    boolean isTakenUp() {
        return capped && taken().compareTo(approved) >= 0;
    }

    /** Whether more is taken than is approved. */
    boolean isOverdrawn() {
        return capped && taken().compareTo(approved) > 0;
    }

    /** So that 12.500000 from a table equals 12.5. */
    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 0));
    }
}
