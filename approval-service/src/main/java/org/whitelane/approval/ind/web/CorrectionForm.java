package org.whitelane.approval.ind.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.whitelane.approval.ind.Amendment.Ground;

/**
 * The right facts as a whole, why they are given, and where they were read; both are public, so
 * they name no person.
 */
record CorrectionForm(
        IndForm facts,
        @NotBlank @Size(max = 1000) String reason,
        @NotBlank @Size(max = 500) String source) {

    Ground ground() {
        return new Ground(reason.strip(), source.strip());
    }
}
