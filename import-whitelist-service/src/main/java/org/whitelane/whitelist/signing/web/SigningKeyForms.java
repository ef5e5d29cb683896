package org.whitelane.whitelist.signing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What officers send about their keys. */
final class SigningKeyForms {

    private SigningKeyForms() {}

    /**
     * The key as a JWK or as its 32 bytes, one of both.
     *
     * @param publicKey 32 bytes, base64url without padding
     * @param proof detached JWS, by this key, over the challenge's statement
     */
    record Registration(
            @NotNull UUID challenge,
            @Nullable @Valid Jwk jwk,
            @Nullable @Size(max = 100) String publicKey,
            @NotBlank @Size(max = 2_000) String proof) {

        String x() {
            if ((jwk == null) == (publicKey == null)) {
                throw Problem.invalid(
                        List.of(
                                new Fault(
                                        "/publicKey",
                                        "one-of",
                                        "Either jwk or publicKey must be there.")));
            }
            return jwk == null ? Objects.requireNonNull(publicKey) : jwk.x();
        }
    }

    /** RFC 8037; a private part is an unknown field, and refused. */
    record Jwk(
            @NotNull @Pattern(regexp = "OKP", message = "must be OKP") String kty,
            @NotNull @Pattern(regexp = "Ed25519", message = "must be Ed25519") String crv,
            @NotBlank @Size(max = 100) String x) {}

    record Reason(@NotBlank @Size(max = 2_000) String reason) {}
}
