package org.whitelane.whitelist.desk.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.desk.Wanted;
import org.whitelane.whitelist.request.ClockReading.Desk;

final class DeskForms {

    private DeskForms() {}

    /** Of which desk and scheme the next case should be; absent wants any. */
    record NextForm(@Nullable Desk desk, @Nullable @Size(max = 40) String scheme) {

        Wanted wanted() {
            return new Wanted(desk, scheme, null, null, null, null, null, null);
        }
    }

    /**
     * @param to the officer's opaque id
     */
    record ReassignmentForm(
            @NotBlank @Size(max = 200) String to, @NotBlank @Size(max = 2_000) String reason) {}
}
