package org.whitelane.whitelist.core;

import org.whitelane.kernel.Conversion;
import org.whitelane.kernel.Quantity;
import org.whitelane.kernel.QuantityUnit;

/**
 * What one vial or one piece of an article holds, so that vials can be counted as grams and the
 * other way round.
 *
 * @param amount plain decimal, greater than 0
 * @param unit g, kg, mL or L
 * @param per vial or piece
 */
public record UnitContent(String amount, String unit, String per) {

    public UnitContent {
        var quantity = Quantity.of(amount, unit);
        // refuses grams per gram, and vials in a piece
        Conversion.of(QuantityUnit.parse(per), quantity);
        amount = quantity.amount().toString();
    }

    Conversion conversion() {
        return Conversion.of(QuantityUnit.parse(per), Quantity.of(amount, unit));
    }

    /** As people read it: 100 g per vial. */
    @Override
    public String toString() {
        return "%s %s per %s".formatted(amount, unit, per);
    }
}
