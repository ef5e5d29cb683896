package org.whitelane.registry.organisation.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.registry.organisation.CreditFlag;

import java.time.LocalDate;
import java.util.UUID;

record CreditFlagView(
        UUID flagId,
        String kind,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        boolean lifted) {

    static CreditFlagView from(CreditFlag flag) {
        return new CreditFlagView(
                flag.id(),
                flag.kind().name(),
                flag.from(),
                flag.to(),
                flag.source(),
                flag.lifted());
    }
}
