package org.whitelane.whitelist.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Optional;
import java.util.Set;

/**
 * A JWS whose payload stands elsewhere (RFC 7515 Appendix F): {@code header..signature}. Signed
 * with Ed25519, named EdDSA (RFC 8037) or Ed25519 (RFC 9864).
 */
public final class DetachedJws {

    private static final Set<String> ALGORITHMS = Set.of("EdDSA", "Ed25519");
    private static final int SIGNATURE = 64;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private DetachedJws() {}

    /** What is wrong with it, in a sentence; empty when the key signed exactly this payload. */
    public static Optional<String> refusal(String jws, String payload, Ed25519Key key) {
        var parts = jws.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            return Optional.of("Must be a detached JWS: header, two dots, signature.");
        }
        var objection = header(parts[0], key);
        if (objection.isPresent()) {
            return objection;
        }
        var signature = Base64Url.decode(parts[2]);
        if (signature.isEmpty() || signature.get().length != SIGNATURE) {
            return Optional.of("An Ed25519 signature has 64 bytes, in base64url.");
        }
        var signed = parts[0] + "." + Base64Url.encode(payload.getBytes(UTF_8));
        return verifies(signed, signature.get(), key)
                ? Optional.empty()
                : Optional.of("The signature is not of this statement by this key.");
    }

    private static Optional<String> header(String encoded, Ed25519Key key) {
        var header = Base64Url.decode(encoded).flatMap(DetachedJws::object);
        if (header.isEmpty()) {
            return Optional.of("The header must be a JSON object in base64url.");
        }
        var members = header.get();
        if (!ALGORITHMS.contains(members.path("alg").asString(""))) {
            return Optional.of("The header's alg must be EdDSA or Ed25519.");
        }
        if (!members.path("kid").asString("").equals(key.thumbprint())) {
            return Optional.of("The header's kid must be %s.".formatted(key.thumbprint()));
        }
        // RFC 7515 §4.1.11: extensions that are not understood make it invalid; b64 is one
        return members.has("crit") || members.has("b64")
                ? Optional.of("The header must have neither crit nor b64.")
                : Optional.empty();
    }

    private static Optional<JsonNode> object(byte[] json) {
        try {
            return Optional.of(MAPPER.readTree(json)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean verifies(String signed, byte[] signature, Ed25519Key key) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key.publicKey());
            verifier.update(signed.getBytes(US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // how the JDK answers e.g. a scalar that is too large: malleated
            return false;
        }
    }
}
