package org.whitelane.registry.organisation;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.DivisionCode;
import org.whitelane.kernel.UnifiedSocialCreditCode;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A party. It is registered once under its credit code; from then on only its status moves, and
 * flags come and go.
 *
 * @param pilotAreas codes of pilot areas, which are not administrative divisions
 * @param version of the party with its flags, for the caller's eyes and If-Match; not the events'
 *     order
 */
public record Organisation(
        UUID id,
        UnifiedSocialCreditCode creditCode,
        @Nullable String overrideReason,
        String nameZh,
        @Nullable String nameEn,
        List<OrganisationType> types,
        DivisionCode registeredDivision,
        List<String> pilotAreas,
        OrganisationStatus status,
        long version) {

    static Organisation register(UUID id, NewOrganisation wanted) {
        return new Organisation(
                id,
                wanted.creditCode(),
                wanted.overrideReason(),
                wanted.nameZh(),
                wanted.nameEn(),
                sorted(wanted.types()),
                wanted.registeredDivision(),
                sorted(wanted.pilotAreas()),
                OrganisationStatus.ACTIVE,
                1);
    }

    /** FAIL_LEGACY tells readers that the wrong check character was seen and accepted. */
    public String creditCodeCheck() {
        return switch (creditCode.check()) {
            case PASS -> "PASS";
            case FAIL -> "FAIL_LEGACY";
        };
    }

    public boolean isActive() {
        return status == OrganisationStatus.ACTIVE;
    }

    MoveOutcome decide(OrganisationMove move) {
        return move.isAllowedFrom(status)
                ? new MoveOutcome.Moved(with(move.to()))
                : new MoveOutcome.IllegalMove(move, status, OrganisationMove.allowedFrom(status));
    }

    /** A flag came or went. */
    Organisation flagsChanged() {
        return with(status);
    }

    private Organisation with(OrganisationStatus next) {
        return new Organisation(
                id,
                creditCode,
                overrideReason,
                nameZh,
                nameEn,
                types,
                registeredDivision,
                pilotAreas,
                next,
                version + 1);
    }

    private static <T extends Comparable<? super T>> List<T> sorted(Set<T> values) {
        return values.stream().sorted().toList();
    }
}
