package org.whitelane.registry.organisation.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.registry.organisation.CreditFlag;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A flag within its party.
 *
 * @param organisationVersion of the party with its flags, which is what {@code ETag} tells
 */
record CreditFlagView(
        UUID flagId,
        String kind,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        boolean lifted,
        long organisationVersion)
        implements Versioned {

    @Override
    public long version() {
        return organisationVersion;
    }

    static CreditFlagView from(CreditFlag flag, long organisationVersion) {
        return new CreditFlagView(
                flag.id(),
                flag.kind().name(),
                flag.from(),
                flag.to(),
                flag.source(),
                flag.lifted(),
                organisationVersion);
    }
}
