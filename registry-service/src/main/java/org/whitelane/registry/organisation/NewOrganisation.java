package org.whitelane.registry.organisation;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.DivisionCode;
import org.whitelane.kernel.UnifiedSocialCreditCode;

import java.util.Set;

/**
 * A party to be registered.
 *
 * @param overrideReason why a credit code with a wrong check character is accepted; absent when it
 *     is right
 */
public record NewOrganisation(
        UnifiedSocialCreditCode creditCode,
        @Nullable String overrideReason,
        String nameZh,
        @Nullable String nameEn,
        Set<OrganisationType> types,
        DivisionCode registeredDivision,
        Set<String> pilotAreas) {

    public NewOrganisation {
        if ((creditCode.check() == UnifiedSocialCreditCode.Check.FAIL)
                != (overrideReason != null)) {
            throw new IllegalArgumentException(
                    "An override reason goes with a failing check character, and only with that");
        }
        nameZh = PartyName.chinese(nameZh);
        nameEn = nameEn == null ? null : PartyName.english(nameEn);
        types = Set.copyOf(types);
        pilotAreas = Set.copyOf(pilotAreas);
    }
}
