package org.whitelane.whitelist.declaration.web;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Format;
import org.whitelane.kernel.HsCode;
import org.whitelane.whitelist.declaration.CustomsChecks;
import org.whitelane.whitelist.declaration.CustomsQuestion;
import org.whitelane.whitelist.web.Edge;
import org.whitelane.whitelist.web.QuantityForm;

import java.time.LocalDate;
import java.util.UUID;

/** Customs asks whether what lies before it may pass; nothing is written. */
@RestController
@RequestMapping("/api/v1/whitelist/customs/checks")
class CustomsCheckController {

    private final CustomsChecks checks;

    CustomsCheckController(CustomsChecks checks) {
        this.checks = checks;
    }

    @PostMapping
    @Operation(
            summary = "Check a declaration against the list before it is released",
            description = "Answers every reason at once, and changes nothing.")
    @PreAuthorize("hasRole('CUSTOMS_OFFICER')")
    CustomsCheckView check(@Body CheckForm form, Caller caller) {
        return CustomsCheckView.of(checks.check(form.question(), Edge.officer(caller)));
    }

    /**
     * @param unit id or unified social credit code of the consignee
     * @param on day of the declaration
     * @param reservation id of the import's declaration here; what is held for it counts as its own
     */
    record CheckForm(
            @NotBlank @Size(max = 80) String entryNumber,
            @NotBlank @Size(max = 60) String unit,
            @NotNull @Format(HsCode.class) String hsCode,
            @NotNull @Valid QuantityForm quantity,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 100) String customsOffice,
            @Nullable @Size(max = 500) String remark,
            @Nullable UUID reservation) {

        CustomsQuestion question() {
            return new CustomsQuestion(
                    entryNumber,
                    unit,
                    hsCode,
                    quantity.read(),
                    on,
                    customsOffice,
                    remark,
                    reservation);
        }
    }
}
