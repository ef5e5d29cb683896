package org.whitelane.system.sweep;

import org.whitelane.system.Suite;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Authorization headers that must not open anything, most of them a real token spoiled in one
 * place.
 */
final class HostileTokens {

    private final String head;
    private final String body;
    private final String signature;
    private final JsonNode keys;
    private final KeyPair stranger;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private HostileTokens(String real, JsonNode keys) throws GeneralSecurityException {
        var parts = real.split("\\.");
        this.head = parts[0];
        this.body = parts[1];
        this.signature = parts[2];
        this.keys = keys;
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.stranger = generator.generateKeyPair();
    }

    /** By name, the value of the Authorization header. */
    static Map<String, String> of(String real, JsonNode keys) throws GeneralSecurityException {
        var tokens = new HostileTokens(real, keys);
        tokens.algorithms();
        tokens.keyIds();
        tokens.claims();
        tokens.forms(real);
        return tokens.headers;
    }

    private void algorithms() throws GeneralSecurityException {
        for (var none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
            bearer("alg " + none, header(h -> h.put("alg", none)) + "." + body + ".");
        }
        bearer("no alg", header(h -> h.remove("alg")) + "." + body + "." + signature);
        var secrets =
                Map.of(
                        "the modulus", keys.at("/keys/0/n").asString(),
                        "the key", keys.at("/keys/0").toString(),
                        "nothing", "\0");
        for (var secret : secrets.entrySet()) {
            var start = header(h -> h.put("alg", "HS256")) + "." + body;
            bearer(
                    "HS256 keyed by " + secret.getKey(),
                    start + "." + mac(start, secret.getValue()));
        }
        bearer(
                "ES256",
                header(h -> h.put("alg", "ES256")) + "." + body + "." + encoded(new byte[64]));
        bearer("no signature", head + "." + body + ".");
        bearer("signature cut", head + "." + body + "." + signature.substring(0, 20));
        bearer("signed by a stranger", signed(head, body));
        bearer("critical header", signed(header(h -> h.putArray("crit").add("exp")), body));
    }

    private void keyIds() throws GeneralSecurityException {
        for (var kid :
                new String[] {
                    "../../../../dev/null", "' or '1'='1", "http://127.0.0.1:1/keys", "\0", ""
                }) {
            bearer("kid " + kid, signed(header(h -> h.put("kid", kid)), body));
        }
        bearer("no kid", signed(header(h -> h.remove("kid")), body));
        bearer("own key inside", signed(header(h -> h.set("jwk", keys.at("/keys/0"))), body));
        bearer(
                "key elsewhere",
                signed(
                        header(h -> h.put("jku", "http://127.0.0.1:1/").put("x5u", "file:/")),
                        body));
    }

    private void claims() throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        altered("wrong audience", c -> c.put("aud", "elsewhere"));
        altered("no audience", c -> c.remove("aud"));
        altered("wrong issuer", c -> c.put("iss", "https://issuer.example"));
        altered("expired", c -> c.put("exp", now - 3600));
        altered("not yet", c -> c.put("nbf", now + 3600));
        altered("for ever", c -> c.remove("exp"));
        altered("every role", c -> c.putArray("roles").add("REGISTRAR").add("OPERATOR"));
        altered("roles as text", c -> c.put("roles", "OPERATOR"));
        altered("huge expiry", c -> c.put("exp", 1e300));
    }

    private void forms(String real) {
        headers.put("lower-case scheme with nothing", "bearer");
        headers.put("two tokens", "Bearer " + real + " " + real);
        headers.put("two schemes", "Basic abc, Bearer " + real);
        headers.put(
                "other scheme", "Basic " + encoded("admin:admin".getBytes(StandardCharsets.UTF_8)));
        headers.put("digest", "Digest username=\"admin\"");
        bearer("four parts", real + ".more");
        bearer("five parts", real + ".a.b");
        bearer("padded", head + "==." + body + "==." + signature);
        bearer("not base64", "§§.§§.§§");
        bearer("dots", "..");
        bearer("very long", "a".repeat(6000) + "." + body + "." + signature);
        bearer("undefined", "undefined");
    }

    /** Signed by the real key once, changed since. And signed whole by a stranger. */
    private void altered(String name, Consumer<ObjectNode> change) throws GeneralSecurityException {
        var claims = changed(body, change);
        bearer(name + ", old signature", head + "." + claims + "." + signature);
        bearer(name + ", stranger's signature", signed(head, claims));
    }

    private String header(Consumer<ObjectNode> change) {
        return changed(head, change);
    }

    private static String changed(String part, Consumer<ObjectNode> change) {
        var node = (ObjectNode) Suite.JSON.readTree(Base64.getUrlDecoder().decode(part));
        change.accept(node);
        return encoded(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String signed(String head, String body) throws GeneralSecurityException {
        var rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(stranger.getPrivate());
        rsa.update((head + "." + body).getBytes(StandardCharsets.US_ASCII));
        return head + "." + body + "." + encoded(rsa.sign());
    }

    private static String mac(String text, String secret) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return encoded(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void bearer(String name, String token) {
        headers.put(name, "Bearer " + token);
    }
}
