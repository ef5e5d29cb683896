package org.whitelane.localstack.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * The officers' own keys. The story plays the officers, so it keeps the private parts beside their
 * credentials; the suite gets the public ones.
 */
final class Signatures {

    private static final String POSSESSION = "org.whitelane.whitelist.signing-key-possession.v1";

    private final Stage stage;

    Signatures(Stage stage) {
        this.stage = stage;
    }

    /** Each agency that has to and has not yet. */
    void signForAll(String batch) {
        var shown = stage.get(stage.officer("municipal-office"), "/whitelist/batches/" + batch);
        for (var role : shown.json().path("seal").path("missing")) {
            sign(batch, "reviewer-" + Parties.MEMBERS.get(role.asString()));
        }
    }

    private void sign(String batch, String officer) {
        register(officer);
        var token = stage.officer(officer);
        var statement = stage.get(token, "/whitelist/batches/" + batch + "/statement");
        stage.act(
                "signature of " + officer,
                token,
                "/whitelist/batches/" + batch + "/signatures",
                Map.of(
                        "jws", jws(officer, statement.text("statement")),
                        "signedOn", statement.text("signedOn")));
    }

    /** Once; a story that was cut off before it was told of the answer asks again. */
    private void register(String officer) {
        if (stage.memory.fact("key-registered-" + officer).isPresent()) {
            return;
        }
        if (stage.memory.fact("key-private-" + officer).isEmpty()) {
            generate(officer);
        }
        var token = stage.officer(officer);
        var challenge =
                stage.create(
                        "key-challenge-" + officer,
                        token,
                        "/whitelist/signing-keys/challenges",
                        Map.of());
        var possession =
                "{\"challenge\":\"%s\",\"keyId\":\"%s\",\"purpose\":\"%s\"}"
                        .formatted(challenge.text("nonce"), keyId(officer), POSSESSION);
        stage.create(
                "key-" + officer,
                token,
                "/whitelist/signing-keys",
                Map.of(
                        "challenge", challenge.text("id"),
                        "publicKey", stage.memory.known("key-public-" + officer),
                        "proof", jws(officer, possession)));
        stage.memory.remember("key-registered-" + officer, keyId(officer));
    }

    private void generate(String officer) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // the last 32 bytes of its DER form are the key (RFC 8410)
            var der = pair.getPublic().getEncoded();
            stage.memory.remember(
                    "key-public-" + officer,
                    encode(Arrays.copyOfRange(der, der.length - 32, der.length)));
            stage.memory.remember("key-private-" + officer, encode(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private String jws(String officer, String payload) {
        var header = "{\"alg\":\"EdDSA\",\"kid\":\"%s\"}".formatted(keyId(officer));
        var head = encode(header.getBytes(UTF_8));
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey(officer));
            signature.update((head + "." + encode(payload.getBytes(UTF_8))).getBytes(US_ASCII));
            return head + ".." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private PrivateKey privateKey(String officer) throws GeneralSecurityException {
        var der = Base64.getUrlDecoder().decode(stage.memory.known("key-private-" + officer));
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    /** RFC 7638. */
    private String keyId(String officer) {
        var members =
                "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}"
                        .formatted(stage.memory.known("key-public-" + officer));
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(members.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
