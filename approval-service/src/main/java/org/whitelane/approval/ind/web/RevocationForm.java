package org.whitelane.approval.ind.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.approval.ind.Amendment.Ground;
import org.whitelane.approval.ind.SourcedDate;

/**
 * Why an approval does not hold any more, where that was read, and since when; all of it public, so
 * it names no person.
 */
record RevocationForm(
        @NotBlank @Size(max = 1000) String reason,
        @NotBlank @Size(max = 500) String source,
        IndForm.@Nullable DateForm revokedOn) {

    Ground ground() {
        return new Ground(reason.strip(), source.strip());
    }

    @Nullable SourcedDate since() {
        return revokedOn == null ? null : revokedOn.date();
    }
}
