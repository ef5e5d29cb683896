package org.whitelane.kernel;

import java.math.BigDecimal;

/**
 * An exact amount of something in a unit; amounts in different units are never compared or added
 * before a {@link Conversion} has expressed both in one.
 */
public record Quantity(QuantityAmount amount, QuantityUnit unit) {

    /** Reads both parts as they come on the wire. */
    public static Quantity of(String amount, String unit) {
        return new Quantity(QuantityAmount.parse(amount), QuantityUnit.parse(unit));
    }

    public static Quantity of(BigDecimal amount, QuantityUnit unit) {
        return new Quantity(new QuantityAmount(amount), unit);
    }

    /** Reads what {@link #toString()} writes: {@code 12.5 g}. */
    public static Quantity parse(String text) {
        var space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException(
                    "Quantity %s should be an amount, a space and a unit, such as 12.5 g"
                            .formatted(Shown.of(text)));
        }
        return of(text.substring(0, space), text.substring(space + 1));
    }

    @Override
    public String toString() {
        return amount + " " + unit;
    }
}
