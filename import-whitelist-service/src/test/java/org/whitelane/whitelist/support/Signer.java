package org.whitelane.whitelist.support;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.whitelist.core.Officer;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** An officer with a private key, which no server ever sees. */
public final class Signer {

    private final Officer officer;
    private final KeyPair pair;
    private final String x;

    private Signer(Officer officer, KeyPair pair) {
        this.officer = officer;
        this.pair = pair;
        // the last 32 bytes of its DER form are the key (RFC 8410)
        var der = pair.getPublic().getEncoded();
        this.x = encode(Arrays.copyOfRange(der, der.length - 32, der.length));
    }

    public static Signer of(Officer officer) {
        try {
            return new Signer(officer, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key in another's hands. */
    public Signer heldBy(Officer other) {
        return new Signer(other, pair);
    }

    public Officer officer() {
        return officer;
    }

    public String x() {
        return x;
    }

    public String keyId() {
        try {
            var members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
            return encode(MessageDigest.getInstance("SHA-256").digest(members.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Detached JWS. */
    public String sign(String payload) {
        return sign("{\"alg\":\"EdDSA\",\"kid\":\"" + keyId() + "\"}", payload);
    }

    public String sign(String header, String payload) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            var head = encode(header.getBytes(UTF_8));
            signature.update((head + "." + encode(payload.getBytes(UTF_8))).getBytes(US_ASCII));
            return head + ".." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public WhitelistApi.Answer register(WhitelistApi api) {
        var challenge = challenge(api);
        return api.post(
                officer,
                "/signing-keys",
                Map.of(
                        "challenge",
                        challenge.text("id"),
                        "publicKey",
                        x,
                        "proof",
                        sign(possession(challenge.text("nonce")))));
    }

    public WhitelistApi.Answer challenge(WhitelistApi api) {
        return api.postRaw(officer, "/signing-keys/challenges", "").expect(201);
    }

    public String possession(String nonce) {
        return "{\"challenge\":\"%s\",\"keyId\":\"%s\",\"purpose\":\"%s\"}"
                .formatted(nonce, keyId(), "org.whitelane.whitelist.signing-key-possession.v1");
    }

    public WhitelistApi.Answer sign(WhitelistApi api, String batch) {
        var statement = api.get(officer, "/batches/" + batch + "/statement");
        return statement.status() == 200
                ? api.post(
                        officer,
                        "/batches/" + batch + "/signatures",
                        Map.of(
                                "jws",
                                sign(statement.text("statement")),
                                "signedOn",
                                statement.text("signedOn")))
                : statement;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
