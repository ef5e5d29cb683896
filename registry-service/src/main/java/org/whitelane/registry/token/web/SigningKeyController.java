package org.whitelane.registry.token.web;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.keys.KeyFileUnusable;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Problem;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.token.KeyRing;
import org.whitelane.registry.token.Rewrapping;
import org.whitelane.registry.token.Rotation;

@RestController
@RequestMapping("/api/v1/registry/signing-keys")
class SigningKeyController {

    private final KeyRing keys;

    SigningKeyController(KeyRing keys) {
        this.keys = keys;
    }

    @PostMapping("/rotation")
    @Operation(
            summary = "Sign tokens with a new key from now on",
            description =
                    "The old key stays in the key set until the last token that it signed "
                            + "has expired.")
    @PreAuthorize("hasRole('OPERATOR')")
    Rotation rotate(Caller caller) {
        return keys.rotate(Act.by(caller.subject()));
    }

    @PostMapping("/rewrapping")
    @Operation(
            summary = "Wrap the signing keys with the first key of the key file",
            description =
                    "After the file got a new first line. Tokens and published keys do not change;"
                            + " afterwards the file's other lines are not needed any more.")
    @PreAuthorize("hasRole('OPERATOR')")
    Rewrapping rewrap(@Body RewrapRequest request, Caller caller) {
        try {
            return keys.rewrap(Act.by(caller.subject()).because(request.reason()));
        } catch (KeyFileUnusable e) {
            throw Problem.conflict("key-file-unusable", String.valueOf(e.getMessage()));
        }
    }

    record RewrapRequest(@NotBlank @Size(max = 1000) String reason) {}
}
