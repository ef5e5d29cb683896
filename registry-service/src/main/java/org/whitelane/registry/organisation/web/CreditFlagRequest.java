package org.whitelane.registry.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Fault;
import org.whitelane.registry.organisation.CreditFlag;
import org.whitelane.registry.organisation.CreditFlagKind;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

record CreditFlagRequest(
        CreditFlagKind kind,
        LocalDate from,
        @Nullable LocalDate to,
        @NotBlank @Size(max = 500) String source) {

    List<Fault> faults() {
        return to != null && to.isBefore(from)
                ? List.of(
                        new Fault(
                                "/to", "before-from", "%s is before from, %s.".formatted(to, from)))
                : List.of();
    }

    CreditFlag toFlag(UUID id) {
        return new CreditFlag(id, kind, from, to, source, false);
    }
}
