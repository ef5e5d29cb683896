package org.whitelane.whitelist.declaration.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Format;
import org.whitelane.kernel.CustomsDeclarationNumber;
import org.whitelane.kernel.HsCode;
import org.whitelane.whitelist.web.QuantityForm;

import java.time.LocalDate;
import java.util.UUID;

/** What comes in about declarations. */
final class DeclarationForms {

    private DeclarationForms() {}

    record Plan(@NotNull UUID entry, @NotNull @Valid QuantityForm quantity) {}

    /**
     * @param consignee id or unified social credit code of the unit that is to get the goods
     */
    record CustomsDeclaration(
            @NotNull @Format(CustomsDeclarationNumber.class) String number,
            @NotBlank @Size(max = 100) String customsOffice,
            @NotNull @Format(HsCode.class) String hsCode,
            @NotBlank @Size(max = 60) String consignee,
            @NotNull LocalDate declaredOn,
            @Nullable @Size(max = 500) String remark) {}

    /**
     * @param quantity absent for all that is not released yet
     */
    record Release(@Nullable @Valid QuantityForm quantity) {}

    /**
     * @param quantity absent where nothing more arrived
     * @param last whether nothing more will arrive; absent: more may
     */
    record Receipt(@Nullable @Valid QuantityForm quantity, @Nullable Boolean last) {}

    record Reason(@NotBlank @Size(max = 2000) String reason) {}
}
