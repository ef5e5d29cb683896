package org.whitelane.whitelist.receipt.web;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.keys.KeyFileUnusable;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.receipt.IssuerKeyRing;
import org.whitelane.whitelist.web.Edge;

/** The keys that receipts are signed with, for operators. */
@RestController
@RequestMapping("/api/v1/whitelist/receipt-keys")
class IssuerKeyController {

    private final IssuerKeyRing keys;

    IssuerKeyController(IssuerKeyRing keys) {
        this.keys = keys;
    }

    @PostMapping("/rotation")
    @Operation(
            summary = "Sign receipts with a new key from now on",
            description =
                    "What the old one signed stays good, unless it is compromised: then it leaves"
                            + " the key set at once, and every receipt has to be issued anew.")
    @PreAuthorize("hasRole('OPERATOR')")
    Rotation rotate(@Body RotationForm form, Caller caller) {
        var done =
                keys.rotate(
                        form.reason(),
                        Boolean.TRUE.equals(form.compromised()),
                        Edge.officer(caller));
        return new Rotation(done.after(), done.before(), done.compromised());
    }

    @PostMapping("/rewrapping")
    @Operation(
            summary = "Wrap the key of receipts with the first key of the key file",
            description =
                    "After the file got a new first line; afterwards its other lines are not needed"
                            + " any more.")
    @PreAuthorize("hasRole('OPERATOR')")
    Rewrapping rewrap(@Body ReasonForm form, Caller caller) {
        try {
            var done = keys.rewrap(form.reason(), Edge.officer(caller));
            return new Rewrapping(done.fingerprint(), done.changed());
        } catch (KeyFileUnusable e) {
            throw Problem.conflict("key-file-unusable", String.valueOf(e.getMessage()));
        }
    }

    record ReasonForm(@NotBlank @Size(max = 1000) String reason) {}

    /**
     * @param compromised somebody else may have the old key
     */
    record RotationForm(@NotBlank @Size(max = 1000) String reason, @Nullable Boolean compromised) {}

    /**
     * @param previousRevoked whether what the previous key signed counts no more
     */
    record Rotation(String kid, @Nullable String previousKid, boolean previousRevoked) {}

    /**
     * @param fingerprint of the key that wraps now: the first 8 bytes of its SHA-256
     * @param rewrapped false where it lay under that one already
     */
    record Rewrapping(String fingerprint, boolean rewrapped) {}
}
