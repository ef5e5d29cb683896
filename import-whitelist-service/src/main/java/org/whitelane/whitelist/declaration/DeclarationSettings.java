package org.whitelane.whitelist.declaration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.math.BigDecimal;

/**
 * What schemes leave open about imports.
 *
 * @param reservationDays how many days a reservation holds where the scheme does not say
 * @param overReceiptPercent how much more than customs released may arrive
 */
@ConfigurationProperties("whitelane.declaration")
public final class DeclarationSettings {

    private final int reservationDays;
    private final BigDecimal overReceiptPercent;

    DeclarationSettings(
            @DefaultValue("30") int reservationDays,
            @DefaultValue("0") BigDecimal overReceiptPercent) {
        if (reservationDays < 1 || overReceiptPercent.signum() < 0) {
            throw new IllegalArgumentException(
                    "whitelane.declaration: reservation-days should be at least 1 and"
                            + " over-receipt-percent at least 0");
        }
        this.reservationDays = reservationDays;
        this.overReceiptPercent = overReceiptPercent;
    }

    int reservationDays() {
        return reservationDays;
    }

    BigDecimal overReceiptPercent() {
        return overReceiptPercent;
    }
}
