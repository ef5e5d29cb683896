package org.whitelane.registry.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Format;
import org.whitelane.kernel.DivisionCode;
import org.whitelane.kernel.UnifiedSocialCreditCode.Check;
import org.whitelane.registry.organisation.CreditCode;
import org.whitelane.registry.organisation.NewOrganisation;
import org.whitelane.registry.organisation.OrganisationType;
import org.whitelane.registry.organisation.PilotArea;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * @param creditCodeOverrideReason why a code with a wrong check character is right all the same
 */
record RegisterRequest(
        @Format(CreditCode.class) String creditCode,
        @Nullable @Size(min = 10, max = 500) String creditCodeOverrideReason,
        @NotBlank @Size(max = 200) String nameZh,
        @Nullable @Size(min = 1, max = 200) String nameEn,
        @NotEmpty Set<OrganisationType> types,
        @Format(DivisionCode.class) String registeredDivision,
        @Nullable @Size(max = 20) List<@Format(PilotArea.class) String> pilotAreas) {

    /** What can be judged only when each field is well-formed. */
    List<Fault> faults() {
        var code = CreditCode.parse(creditCode).value();
        var reasonGiven = creditCodeOverrideReason != null && !creditCodeOverrideReason.isBlank();
        if (code.check() == Check.FAIL && !reasonGiven) {
            return List.of(
                    new Fault(
                            "/creditCode",
                            "credit-code",
                            code.checkFault()
                                    + "; if it really was issued like this, say why in"
                                    + " creditCodeOverrideReason."));
        }
        if (code.check() == Check.PASS && creditCodeOverrideReason != null) {
            return List.of(
                    new Fault(
                            "/creditCodeOverrideReason",
                            "not-needed",
                            "The check character is right, so there is nothing to override."));
        }
        return List.of();
    }

    NewOrganisation toOrganisation() {
        return new NewOrganisation(
                CreditCode.parse(creditCode).value(),
                creditCodeOverrideReason,
                nameZh,
                nameEn,
                types,
                DivisionCode.parse(registeredDivision),
                pilotAreas == null ? Set.of() : new HashSet<>(pilotAreas));
    }
}
