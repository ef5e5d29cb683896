package org.whitelane.whitelist.signing.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.signing.KeyChallenge;
import org.whitelane.whitelist.signing.KeyOutcome;
import org.whitelane.whitelist.signing.SigningKeyService;
import org.whitelane.whitelist.signing.SigningKeys;
import org.whitelane.whitelist.web.Edge;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Officers register and revoke the keys they sign with; everybody may look one up. */
@RestController
@RequestMapping("/api/v1/whitelist")
class SigningKeyController {

    private final SigningKeyService service;
    private final SigningKeys keys;

    SigningKeyController(SigningKeyService service, SigningKeys keys) {
        this.service = service;
        this.keys = keys;
    }

    @PostMapping("/signing-keys/challenges")
    @Operation(
            summary = "Ask for a challenge before a signing key is registered",
            description =
                    "Whoever registers a key signs the challenge with it: proof that the key is"
                            + " theirs.")
    @PreAuthorize("hasAnyRole('MUNICIPAL_OFFICE', 'MEMBER_AGENCY_REVIEWER', 'CUSTOMS_OFFICER')")
    @Idempotent
    ResponseEntity<Challenge> challenge(Caller caller) {
        return service.challenge(Edge.officer(caller))
                .map(open -> ResponseEntity.status(HttpStatus.CREATED).body(Challenge.of(open)))
                .orElseThrow(
                        () ->
                                Problem.forbidden(
                                        "no-organisation",
                                        "Only officers of an organisation sign."));
    }

    @PostMapping("/signing-keys")
    @Operation(
            summary = "Register the public half of one's signing key",
            description =
                    "Ed25519; one active key per officer. The suite never sees the private half.")
    @PreAuthorize("hasAnyRole('MUNICIPAL_OFFICE', 'MEMBER_AGENCY_REVIEWER', 'CUSTOMS_OFFICER')")
    @Idempotent
    ResponseEntity<SigningKeyView> register(
            @Body SigningKeyForms.Registration form, Caller caller) {
        var key =
                view(
                        service.register(
                                form.challenge(), form.x(), form.proof(), Edge.officer(caller)));
        return ResponseEntity.created(
                        URI.create("/api/v1/whitelist/public/signing-keys/" + key.id()))
                .body(key);
    }

    @PostMapping("/signing-keys/{id}/revocation")
    @Operation(
            summary = "Revoke a signing key for the time to come",
            description = "Signatures made before stay verifiable.")
    @PreAuthorize(
            "hasAnyRole('MUNICIPAL_OFFICE', 'MEMBER_AGENCY_REVIEWER', 'CUSTOMS_OFFICER',"
                    + " 'REGISTRAR')")
    SigningKeyView revoke(
            @PathVariable String id,
            @Body SigningKeyForms.Reason form,
            Caller caller,
            IfMatch expected) {
        return view(service.revoke(id, form.reason(), Edge.officer(caller), expected));
    }

    /** The caller's own, the newest first; one is active at most. */
    @GetMapping("/signing-keys")
    @Operation(summary = "List the caller's own signing keys", description = "Revoked ones too.")
    OwnKeys list(Caller caller) {
        return new OwnKeys(
                keys.ofCredential(caller.subject()).stream().map(SigningKeyView::of).toList());
    }

    @GetMapping("/public/signing-keys/{id}")
    @Operation(
            summary = "Read a public signing key to verify a batch by",
            description = "Open to everybody: a batch event names the keys that signed it.")
    SigningKeyView show(@PathVariable String id) {
        return keys.find(id)
                .map(SigningKeyView::of)
                .orElseThrow(() -> Problem.notFound("Signing key " + id));
    }

    private static SigningKeyView view(KeyOutcome outcome) {
        return switch (outcome) {
            case KeyOutcome.Done(var key) -> SigningKeyView.of(key);
            case KeyOutcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case KeyOutcome.Refused(var reason, var detail) -> throw problem(reason, detail);
        };
    }

    private static Problem problem(KeyOutcome.Reason reason, String detail) {
        var code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (reason) {
            case NOT_FOUND -> Problem.of(HttpStatus.NOT_FOUND, code, detail);
            case NO_ORGANISATION -> Problem.forbidden(code, detail);
            case KEY_UNUSABLE, POSSESSION_NOT_PROVEN -> Problem.refused(code, detail, List.of());
            case CHALLENGE_UNKNOWN, KEY_ACTIVE_ALREADY, KEY_TAKEN, KEY_REVOKED_ALREADY ->
                    Problem.conflict(code, detail);
        };
    }

    record OwnKeys(List<SigningKeyView> items) {}

    /**
     * @param purpose sign the canonical JSON (RFC 8785) of {@code challenge} (this nonce), {@code
     *     keyId} (the key's thumbprint) and {@code purpose}
     */
    record Challenge(UUID id, String nonce, String purpose, Instant expiresAt) {

        static Challenge of(KeyChallenge open) {
            return new Challenge(open.id(), open.nonce(), KeyChallenge.PURPOSE, open.expiresAt());
        }
    }
}
