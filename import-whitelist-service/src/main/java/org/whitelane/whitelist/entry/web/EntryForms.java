package org.whitelane.whitelist.entry.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.entry.EntryCommand;

/** What comes in about entries. */
final class EntryForms {

    private EntryForms() {}

    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * @param violation number of the case, where there is one
     * @param cause whether the unit is to blame; where nothing is said, it is
     */
    record Revocation(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(min = 1, max = 100) String violation,
            EntryCommand.Revoke.@Nullable Cause cause) {

        EntryCommand command() {
            return new EntryCommand.Revoke(
                    reason, violation, cause == null ? EntryCommand.Revoke.Cause.VIOLATION : cause);
        }
    }
}
