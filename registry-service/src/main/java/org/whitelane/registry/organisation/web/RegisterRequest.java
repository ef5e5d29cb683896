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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        return Stream.of(creditCodeFault(), nameFault()).flatMap(Optional::stream).toList();
    }

    /** Names are tidied before they are published; nothing but spaces would leave nothing. */
    private Optional<Fault> nameFault() {
        return nameEn != null && nameEn.isBlank()
                ? Optional.of(
                        new Fault("/nameEn", "blank", "Leave it out when there is no such name."))
                : Optional.empty();
    }

    private Optional<Fault> creditCodeFault() {
        var code = CreditCode.parse(creditCode).value();
        var reasonGiven = creditCodeOverrideReason != null && !creditCodeOverrideReason.isBlank();
        if (code.check() == Check.FAIL && !reasonGiven) {
            return Optional.of(
                    new Fault(
                            "/creditCode",
                            "credit-code",
                            code.checkFault()
                                    + "; if it really was issued like this, say why in"
                                    + " creditCodeOverrideReason."));
        }
        if (code.check() == Check.PASS && creditCodeOverrideReason != null) {
            return Optional.of(
                    new Fault(
                            "/creditCodeOverrideReason",
                            "not-needed",
                            "The check character is right, so there is nothing to override."));
        }
        return Optional.empty();
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
