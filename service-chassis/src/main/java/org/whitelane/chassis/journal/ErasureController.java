package org.whitelane.chassis.journal;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;

/**
 * Exists only where the eraser's credentials are configured. Repeating it is harmless: there is
 * nothing left to erase.
 */
@RestController
@PreAuthorize("hasRole('OPERATOR')")
class ErasureController {

    private final JournalErasure erasure;

    ErasureController(JournalErasure erasure) {
        this.erasure = erasure;
    }

    @PostMapping("/api/v1/${whitelane.api-path}/admin/erasures")
    @Operation(
            summary = "Erase what the journal's private parts say about a person",
            description =
                    "Events and their chain still verify afterwards: they hold a digest "
                            + "only. Repeating it is harmless.")
    JournalErasure.Erased erase(@Body ErasureRequest request, Caller caller) {
        return erasure.erase(request.actor, request.reason, caller.subject());
    }

    /**
     * @param actor the opaque id that the private parts name
     */
    record ErasureRequest(
            @NotBlank @Size(max = 200) String actor, @NotBlank @Size(max = 1000) String reason) {}
}
