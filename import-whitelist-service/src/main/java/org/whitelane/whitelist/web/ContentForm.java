package org.whitelane.whitelist.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Format;
import org.whitelane.kernel.QuantityAmount;
import org.whitelane.whitelist.core.UnitContent;

/**
 * What one vial or piece holds.
 *
 * @param amount a decimal as text
 * @param per what holds it
 */
public record ContentForm(
        @NotNull @Format(QuantityAmount.class) String amount,
        @NotNull @Pattern(regexp = "g|kg|mL|L", message = "must be g, kg, mL or L") String unit,
        @NotNull @Pattern(regexp = "vial|piece", message = "must be vial or piece") String per) {

    public static @Nullable UnitContent read(@Nullable ContentForm form) {
        return form == null ? null : new UnitContent(form.amount, form.unit, form.per);
    }
}
