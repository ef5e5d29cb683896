package org.whitelane.whitelist.entry;

import org.whitelane.kernel.QuantityUnit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a declaration takes of an entry's quota.
 *
 * @param amount in the entry's unit
 * @param year whose quota it draws on
 * @param until the last day on which it is held for goods that are not declared yet
 */
public record Draw(
        UUID entry,
        UUID declaration,
        BigDecimal amount,
        QuantityUnit unit,
        QuotaReading reading,
        int year,
        LocalDate until) {

    public static Draw on(
            LocalDate day,
            UUID entry,
            UUID declaration,
            BigDecimal amount,
            QuantityUnit unit,
            QuotaReading reading,
            LocalDate until) {
        return new Draw(entry, declaration, amount, unit, reading, reading.yearOf(day), until);
    }

    /**
     * Something that is held.
     *
     * @param year whose quota holds it
     */
    public record Hold(UUID entry, UUID declaration, int year) {}
}
