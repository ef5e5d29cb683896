package org.whitelane.chassis.journal;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.apidocs.Outage;
import org.whitelane.chassis.apidocs.Refuses;
import org.whitelane.events.CheckpointKey;

import java.time.Duration;
import java.util.List;

/**
 * Open to everybody. Whoever verifies compares the key's name with what he was told in another way:
 * who forges a stream forges this page too.
 */
@RestController
class CheckpointKeyController {

    private static final Duration KEEP = Duration.ofHours(1);

    private final CheckpointKeys keys;

    CheckpointKeyController(CheckpointKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/api/v1/${whitelane.api-path}/checkpoint-keys")
    @Operation(
            summary = "Read the keys that checkpoints are signed with",
            description =
                    "A JWK set (RFC 7517), first the one that signs now. Compare its `kid` with"
                            + " what the operator tells you in another way, and keep it.")
    @Refuses(without = Outage.NOTHING)
    ResponseEntity<KeySet> read() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEEP).cachePublic())
                .body(new KeySet(keys.published().stream().map(Jwk::of).toList()));
    }

    record KeySet(List<Jwk> keys) {}

    /** RFC 8037 §2. */
    record Jwk(String kty, String crv, String x, String kid, String use, String alg) {

        static Jwk of(CheckpointKey key) {
            return new Jwk("OKP", "Ed25519", key.x(), key.thumbprint(), "sig", "EdDSA");
        }
    }
}
