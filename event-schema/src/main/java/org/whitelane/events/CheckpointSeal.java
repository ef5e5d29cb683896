package org.whitelane.events;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.whitelane.events.CheckpointEvent.Checkpoint;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Collection;

/**
 * Signs checkpoints and opens signed ones. The canonical form is RFC 8785: members sorted, no white
 * space, UTF-8; all texts in it are ASCII and all numbers whole, so that this is all there is to
 * it.
 */
public final class CheckpointSeal {

    /** The header's {@code typ}: a signature for another purpose is none for this. */
    public static final String TYPE = "whitelane-checkpoint+jws";

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder TO_BYTES = Base64.getUrlDecoder();

    private static final JsonMapper CANONICAL =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .changeDefaultPropertyInclusion(
                            unused ->
                                    JsonInclude.Value.construct(
                                            JsonInclude.Include.NON_NULL,
                                            JsonInclude.Include.NON_NULL))
                    .build();

    private CheckpointSeal() {}

    /** What is signed, and what the next checkpoint names. */
    public static byte[] canonical(Checkpoint checkpoint) {
        return CANONICAL.writeValueAsBytes(checkpoint);
    }

    /** {@code previous} of the checkpoint after it. */
    public static String digest(Checkpoint checkpoint) {
        try {
            return Chain.hex(MessageDigest.getInstance("SHA-256").digest(canonical(checkpoint)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * @param key whose public half has the thumbprint {@code keyId} of the checkpoint
     */
    public static String sign(Checkpoint checkpoint, PrivateKey key) {
        var header =
                "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"%s\"}"
                        .formatted(checkpoint.keyId(), TYPE);
        var signed =
                TO_TEXT.encodeToString(header.getBytes(UTF_8))
                        + "."
                        + TO_TEXT.encodeToString(canonical(checkpoint));
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(signed.getBytes(US_ASCII));
            return signed + "." + TO_TEXT.encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + checkpoint.keyId(), e);
        }
    }

    /**
     * What the signature vouches for.
     *
     * @param trusted the keys that the reader trusts: from elsewhere, never from who signed
     * @throws IllegalArgumentException in a sentence that says why it vouches for nothing
     */
    public static Checkpoint open(String jws, Collection<CheckpointKey> trusted) {
        var parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("it is no JWS of three parts");
        }
        try {
            var header = CANONICAL.readTree(TO_BYTES.decode(parts[0]));
            mustBe(header, "alg", "EdDSA");
            mustBe(header, "typ", TYPE);
            var key = key(header.path("kid").asString(""), trusted);
            mustHold(parts, key);
            var payload = TO_BYTES.decode(parts[1]);
            var checkpoint = CANONICAL.readValue(payload, Checkpoint.class);
            Completeness.firstMissing(checkpoint)
                    .ifPresent(
                            pointer -> {
                                throw new IllegalArgumentException("it lacks " + pointer);
                            });
            return checkpoint;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void mustBe(JsonNode header, String name, String expected) {
        if (!header.path(name).asString("").equals(expected)) {
            throw new IllegalArgumentException(
                    "its header must say %s %s, it says %s"
                            .formatted(
                                    name,
                                    expected,
                                    EventHeaders.quotable(header.path(name).toString())));
        }
    }

    private static CheckpointKey key(String id, Collection<CheckpointKey> trusted) {
        return trusted.stream()
                .filter(key -> key.thumbprint().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "it is signed with key \"%s\", which is not among those given"
                                                .formatted(EventHeaders.quotable(id))));
    }

    private static void mustHold(String[] parts, CheckpointKey key) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key.publicKey());
            verifier.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            if (verifier.verify(TO_BYTES.decode(parts[2]))) {
                return;
            }
        } catch (GeneralSecurityException e) {
            // a signature of another length, or a key that is no point of the curve
        }
        throw new IllegalArgumentException(
                "its signature is wrong for key \"%s\"".formatted(key.thumbprint()));
    }
}
