package org.whitelane.whitelist.web;

import jakarta.validation.constraints.NotNull;

import org.whitelane.chassis.web.Format;
import org.whitelane.kernel.QuantityAmount;
import org.whitelane.kernel.QuantityUnit;
import org.whitelane.whitelist.core.Amount;

/**
 * @param amount a decimal as text, so that no reader rounds it
 */
public record QuantityForm(
        @NotNull @Format(QuantityAmount.class) String amount,
        @NotNull @Format(QuantityUnit.class) String unit) {

    public Amount read() {
        return new Amount(amount, unit);
    }
}
