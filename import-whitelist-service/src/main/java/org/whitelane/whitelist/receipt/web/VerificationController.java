package org.whitelane.whitelist.receipt.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.receipt.IssuerKeyRing;
import org.whitelane.whitelist.receipt.ReceiptSettings;
import org.whitelane.whitelist.receipt.StatusListIssuer;
import org.whitelane.whitelist.signing.Ed25519Key;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What whoever verifies receipts fetches beforehand, and keeps; open to everybody. */
@RestController
@RequestMapping("/api/v1/whitelist/public")
class VerificationController {

    private static final String STATUS_LIST = "application/statuslist+jwt";

    /** A key that was rotated in comes with the next receipt: then a verifier asks again. */
    private static final Duration KEYS = Duration.ofHours(1);

    private final IssuerKeyRing keys;
    private final StatusListIssuer lists;
    private final ReceiptSettings settings;

    VerificationController(IssuerKeyRing keys, StatusListIssuer lists, ReceiptSettings settings) {
        this.keys = keys;
        this.lists = lists;
        this.settings = settings;
    }

    @GetMapping("/receipt-keys")
    @Operation(
            summary = "Read the keys that receipts and status lists are signed with",
            description =
                    "A JWK set (RFC 7517). A key that is not in it signed nothing that counts.")
    ResponseEntity<KeySet> keys() {
        var published = keys.published().stream().map(Jwk::of).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEYS).cachePublic())
                .body(new KeySet(published));
    }

    @GetMapping(path = "/status-lists/{id}", produces = STATUS_LIST)
    @Operation(
            summary = "Read which receipts are revoked or suspended",
            description =
                    "A signed IETF Token Status List; a receipt names the list and its place in it."
                            + " Two bits each: 0 valid, 1 invalid for ever, 2 suspended.")
    @ApiResponse(
            responseCode = "200",
            description = "A JWT.",
            content = @Content(mediaType = STATUS_LIST, schema = @Schema(type = "string")))
    ResponseEntity<String> list(@PathVariable UUID id) {
        var token = lists.token(id).orElseThrow(() -> Problem.notFound("Status list " + id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(STATUS_LIST))
                .cacheControl(CacheControl.maxAge(settings.statusTtl()).cachePublic())
                .eTag(DigestUtils.md5DigestAsHex(token.getBytes(UTF_8)))
                .body(token);
    }

    record KeySet(List<Jwk> keys) {}

    /** RFC 8037 §2. */
    record Jwk(String kty, String crv, String x, String kid, String use, String alg) {

        static Jwk of(Ed25519Key key) {
            return new Jwk("OKP", "Ed25519", key.x(), key.thumbprint(), "sig", "EdDSA");
        }
    }
}
