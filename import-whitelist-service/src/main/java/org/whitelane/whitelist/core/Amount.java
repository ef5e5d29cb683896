package org.whitelane.whitelist.core;

import org.whitelane.kernel.Quantity;

/**
 * A quantity as it stands on the wire and in the database.
 *
 * @param amount plain decimal, greater than 0
 * @param unit g, kg, mL, L, vial or piece
 */
public record Amount(String amount, String unit) {

    public Amount {
        var quantity = Quantity.of(amount, unit);
        amount = quantity.amount().toString();
        unit = quantity.unit().code();
    }
}
