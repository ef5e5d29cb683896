package org.whitelane.whitelist.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Signer;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Officers and their keys over HTTP. The server is never sent a private one. */
class SigningKeyApiTests extends ServiceTestBase {

    private static final String KEYS = "/signing-keys";
    private static final Map<String, String> LOST = Map.of("reason", "lost");

    @Test
    void registersWhoProvesToHaveIt() {
        var signer = Signer.of(officer());
        var registered = signer.register(api).expect(201);

        assertThat(registered.text("id")).isEqualTo(signer.keyId());
        assertThat(registered.raw().headers().firstValue("ETag")).contains("\"1\"");
        assertThat(registered.raw().headers().firstValue("Location"))
                .contains("/api/v1/whitelist/public/signing-keys/" + signer.keyId());
        var shown = api.get(null, "/public" + KEYS + "/" + signer.keyId()).expect(200);
        assertThat(shown.raw().body()).contains(signer.x());
        assertThat(shown.raw().body()).as("no person").doesNotContain(signer.officer().subject());
        assertThat(Signer.of(signer.officer()).register(api).code())
                .as("one at a time")
                .isEqualTo("key-active-already");
    }

    @Test
    void refusesProofsOfSomethingElse() {
        var signer = Signer.of(officer());
        var other = Signer.of(officer());

        var nonce = signer.challenge(api);
        var stolen =
                register(
                        signer,
                        nonce,
                        signer.x(),
                        other.sign(signer.possession(nonce.text("nonce"))));
        assertRefused(stolen, 422, "possession-not-proven");

        var stale = signer.challenge(api);
        assertRefused(
                register(signer, stale, signer.x(), signer.sign(signer.possession("AAAA"))),
                422,
                "possession-not-proven");
        var borrowed = signer.challenge(api);
        assertRefused(
                register(other, borrowed, other.x(), proof(other, borrowed)),
                409,
                "challenge-unknown");
        assertThat(api.get(signer.officer(), KEYS).expect(200).body().path("items")).isEmpty();
        register(signer, borrowed, signer.x(), proof(signer, borrowed)).expect(201);
        assertRefused(
                register(signer, borrowed, signer.x(), proof(signer, borrowed)),
                409,
                "challenge-unknown");
    }

    @Test
    void refusesWhatIsNoKey() {
        var signer = Signer.of(officer());
        var challenge = signer.challenge(api);
        var proof = proof(signer, challenge);
        for (var unusable : new String[] {"AAAA", "A".repeat(43), signer.x() + "="}) {
            assertRefused(register(signer, challenge, unusable, proof), 422, "key-unusable");
        }
        assertThat(
                        api.post(
                                        signer.officer(),
                                        KEYS,
                                        Map.of(
                                                "challenge",
                                                challenge.text("id"),
                                                "proof",
                                                proof,
                                                "jwk",
                                                Map.of(
                                                        "kty",
                                                        "OKP",
                                                        "crv",
                                                        "Ed25519",
                                                        "x",
                                                        signer.x(),
                                                        "d",
                                                        "secret")))
                                .faults())
                .as("a private part is not wanted")
                .contains("/jwk/d unknown-field");
        register(signer, challenge, signer.x(), proof).expect(201);
    }

    @Test
    void letsOfficersOfAnOrganisationSignAndNobodyElse() {
        var applicant = new Officer("unit-" + UUID.randomUUID(), "unit", Set.of("APPLICANT_ADMIN"));
        var lonely = new Officer("x-" + UUID.randomUUID(), null, Set.of("CUSTOMS_OFFICER"));
        assertThat(api.postRaw(applicant, KEYS + "/challenges", "").status()).isEqualTo(403);
        assertRefused(api.postRaw(lonely, KEYS + "/challenges", ""), 403, "no-organisation");
    }

    @Test
    void revokesForGoodAndKeepsWhatWasSignedVerifiable() {
        var signer = Signer.of(officer());
        signer.register(api).expect(201);
        var path = KEYS + "/" + signer.keyId() + "/revocation";

        assertRefused(api.post(officer(), path, LOST), 404, "not-found");
        assertThat(api.postIf("2", signer.officer(), path, LOST).status()).isEqualTo(412);
        var revoked = api.postIf("1", signer.officer(), path, LOST).expect(200);
        assertThat(revoked.raw().headers().firstValue("ETag")).contains("\"2\"");
        assertRefused(api.post(signer.officer(), path, LOST), 409, "key-revoked-already");
        assertThat(
                        api.get(null, "/public" + KEYS + "/" + signer.keyId())
                                .expect(200)
                                .text("revokedAt"))
                .isNotEmpty();
        assertRefused(signer.register(api), 409, "key-taken");

        var next = Signer.of(signer.officer());
        next.register(api).expect(201);
        assertThat(api.get(signer.officer(), KEYS).expect(200).body().path("items").valueStream())
                .extracting(key -> key.path("id").asString())
                .as("the newest first, and nobody else's")
                .containsExactly(next.keyId(), signer.keyId());
        var registrar = new Officer("registrar", null, Set.of("REGISTRAR"));
        api.post(registrar, KEYS + "/" + next.keyId() + "/revocation", LOST).expect(200);
    }

    @Test
    void givesAKeyToOneOfTwoWhoHaveIt() {
        var one = Signer.of(officer());
        var other = one.heldBy(officer());
        var answers = Race.run(() -> one.register(api), () -> other.register(api));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers).extracting(Answer::code).contains("key-taken");
    }

    private Officer officer() {
        return new Officer(
                "signer-" + UUID.randomUUID(),
                table.reviewer("CUSTOMS").organisation(),
                Set.of("CUSTOMS_OFFICER"));
    }

    private Answer register(Signer signer, Answer challenge, String x, String proof) {
        return api.post(
                signer.officer(),
                KEYS,
                Map.of("challenge", challenge.text("id"), "publicKey", x, "proof", proof));
    }

    private static String proof(Signer signer, Answer challenge) {
        return signer.sign(signer.possession(challenge.text("nonce")));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
