package org.whitelane.whitelist.batch.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What opens a batch.
 *
 * @param decisionDocument number of the joint document
 * @param requests in the order of the list; more can be added later
 */
record BatchForm(
        @NotBlank @Size(max = 40) String scheme,
        @NotBlank @Size(max = 200) String decisionDocument,
        @NotNull @Size(max = 200) List<@NotNull UUID> requests) {

    record Items(@NotEmpty @Size(max = 200) List<@NotNull UUID> requests) {}

    record Reason(@NotBlank @Size(max = 2_000) String reason) {}

    /**
     * @param jws detached, by the officer's own key, over the statement of {@code signedOn}
     */
    record Signature(@NotBlank @Size(max = 2_000) String jws, @NotNull LocalDate signedOn) {}

    /**
     * @param earlyReason why it does not wait for the scheme's next date
     */
    record Publication(@Nullable @Size(max = 2_000) String earlyReason) {}

    /**
     * @param releaseAt the end of the embargo
     */
    record Schedule(@NotNull Instant releaseAt, @Nullable @Size(max = 2_000) String earlyReason) {}
}
