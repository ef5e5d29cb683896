package org.whitelane.whitelist.request.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.request.Opinion;

import java.util.List;

/** What officers say with their decisions. */
final class DecisionForms {

    private static final int LONGEST = 2_000;

    private DecisionForms() {}

    /**
     * @param corrections the full list: it can be asked for once
     */
    record Corrections(
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = LONGEST) String> corrections) {}

    record Reason(@NotBlank @Size(max = LONGEST) String reason) {}

    /**
     * @param reason required unless AGREE
     */
    record OpinionForm(
            @NotNull Opinion.Kind opinion, @Nullable @Size(max = LONGEST) String reason) {}

    /**
     * @param remedy where and until when the applicant can appeal
     */
    record Rejection(
            @NotBlank @Size(max = LONGEST) String reason,
            @NotBlank @Size(max = LONGEST) String remedy) {}
}
