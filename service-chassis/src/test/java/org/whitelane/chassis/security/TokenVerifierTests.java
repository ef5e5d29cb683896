package org.whitelane.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.whitelane.chassis.security.Mint.NOW;
import static org.whitelane.chassis.security.Mint.claims;
import static org.whitelane.chassis.security.Mint.es256;
import static org.whitelane.chassis.security.Mint.rs256;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.chassis.security.SecuritySettings.Claims;
import org.whitelane.chassis.security.SecuritySettings.TrustedIssuer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Who gets in, and the one sentence that everybody else gets. */
class TokenVerifierTests {

    private static final Claims NAMES = new Claims("sub", "organisation", "roles");

    private final KeyServer server = new KeyServer(Mint.RSA, Mint.EC);
    @TempDir private Path folder;
    private @Nullable Issuers running;

    @AfterEach
    void stop() {
        server.close();
        if (running != null) {
            running.stop();
        }
    }

    private TokenVerifier verifier(@Nullable Path file, Claims names) {
        running =
                new Issuers(
                        List.of(
                                new TrustedIssuer(
                                        Mint.ISSUER, server.uri(), file, "whitelane", names)));
        return new TokenVerifier(running, Duration.ofSeconds(10), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private TokenVerifier verifier() {
        return verifier(null, NAMES);
    }

    private static String refusal(TokenVerifier verifier, String token) {
        var refused = catchThrowableOfType(TokenRefused.class, () -> verifier.verify(token));
        assertThat(refused).as("let in").isNotNull();
        return refused.problem().code() + " " + refused.problem().detail();
    }

    @Test
    void letsBothAlgorithmsIn() {
        var caller = new Caller(Mint.ISSUER, "cred-1", "org-1", Set.of(Role.REGISTRAR));

        assertThat(verifier().verify(rs256(claims()))).isEqualTo(caller);
        assertThat(verifier().verify(es256(claims()))).isEqualTo(caller);
    }

    static Stream<Arguments> badTokens() throws JOSEException {
        var good = rs256(claims());
        var parts = good.split("\\.", -1);
        var other = rs256(claims().subject("cred-2")).split("\\.", -1);
        var shared = new MACSigner(Mint.RSA.toPublicJWK().toJSONString());
        var rs256 = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1");
        return Stream.of(
                arguments("no JWT", "abc", "token-invalid The token is not a signed JWT."),
                arguments(
                        "half a token",
                        good.substring(0, good.length() / 2),
                        "token-invalid The token"),
                arguments(
                        "no signature", parts[0] + "." + parts[1] + ".", "token-invalid The token"),
                arguments(
                        "alg none",
                        new PlainJWT(claims().build()).serialize(),
                        "token-invalid The token is not a signed JWT."),
                arguments(
                        "public key as a shared secret",
                        Mint.signed(
                                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1"),
                                claims(),
                                shared),
                        "token-invalid The token must be signed with RS256 or ES256."),
                arguments(
                        "RS512",
                        Mint.signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("k1"),
                                claims(),
                                Mint.RSA),
                        "token-invalid The token must be signed with RS256 or ES256."),
                arguments(
                        "other payload",
                        parts[0] + "." + other[1] + "." + parts[2],
                        "token-invalid The token's signature is wrong."),
                arguments(
                        "stranger's key, our id",
                        rs256(claims(), Mint.STRANGER),
                        "token-invalid The token's signature is wrong."),
                arguments(
                        "unknown key id",
                        rs256(claims(), Mint.NEXT),
                        "token-invalid The token is signed by a key"),
                arguments(
                        "unknown critical header",
                        Mint.signed(
                                rs256.criticalParams(Set.of("x")).customParam("x", 1),
                                claims(),
                                Mint.RSA),
                        "token-invalid The token's signature is wrong."),
                arguments(
                        "foreign issuer",
                        rs256(claims().issuer("https://other.example")),
                        "token-invalid The token comes from an issuer"),
                arguments(
                        "issuer in other letters",
                        rs256(claims().issuer(Mint.ISSUER + "/")),
                        "token-invalid The token comes from an issuer"),
                arguments(
                        "no issuer",
                        rs256(claims().issuer(null)),
                        "token-invalid The token comes from an issuer"),
                arguments(
                        "other audience",
                        rs256(claims().audience("elsewhere")),
                        "token-invalid The token was issued for another audience."),
                arguments(
                        "no audience",
                        rs256(claims().audience((String) null)),
                        "token-invalid The token was issued for another audience."),
                arguments(
                        "no expiry",
                        rs256(claims().expirationTime(null)),
                        "token-invalid The token does not say when it expires."),
                arguments(
                        "expired",
                        rs256(claims().expirationTime(Date.from(NOW.minusSeconds(60)))),
                        "token-expired The access token has expired; get a new one."),
                arguments(
                        "expired at the end of the skew",
                        rs256(claims().expirationTime(Date.from(NOW.minusSeconds(10)))),
                        "token-expired"),
                arguments(
                        "not valid yet",
                        rs256(claims().notBeforeTime(Date.from(NOW.plusSeconds(60)))),
                        "token-invalid The token is not valid yet."),
                arguments(
                        "no subject",
                        rs256(claims().subject(null)),
                        "token-invalid The token does not say whom"),
                arguments(
                        "blank subject",
                        rs256(claims().subject(" ")),
                        "token-invalid The token does not say whom"),
                arguments(
                        "endless subject",
                        rs256(claims().subject("x".repeat(201))),
                        "token-invalid The token names its holder"),
                arguments(
                        "expired and mis-signed",
                        rs256(
                                claims().expirationTime(Date.from(NOW.minusSeconds(60))),
                                Mint.STRANGER),
                        "token-invalid The token's signature"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesEveryBadTokenWithItsOwnSentence(String what, String token, String says) {
        assertThat(refusal(verifier(), token)).as(what).startsWith(says);
    }

    @Test
    void forgivesClocksThatDifferALittle() {
        assertThatCode(
                        () ->
                                verifier()
                                        .verify(
                                                rs256(
                                                        claims().expirationTime(
                                                                        Date.from(
                                                                                NOW.minusSeconds(
                                                                                        9))))))
                .doesNotThrowAnyException();
    }

    @Test
    void readsAForeignIssuersClaims() {
        var names = new Claims("client_id", "ext.company", "realm_access.roles");
        var token =
                rs256(
                        claims().subject(null)
                                .claim("roles", null)
                                .claim("client_id", "c")
                                .claim("ext", Map.of("company", "o"))
                                .claim(
                                        "realm_access",
                                        Map.of("roles", List.of("AUDITOR", "offline_access", 7))));

        assertThat(verifier(null, names).verify(token))
                .isEqualTo(new Caller(Mint.ISSUER, "c", "o", Set.of(Role.AUDITOR)));
    }

    @Test
    void givesNoRoleForAClaimItDoesNotUnderstand() {
        assertThat(verifier().verify(rs256(claims().claim("roles", 5))).roles()).isEmpty();
        assertThat(verifier().verify(rs256(claims().claim("roles", "AUDITOR OPERATOR"))).roles())
                .containsExactlyInAnyOrder(Role.AUDITOR, Role.OPERATOR);
        assertThat(
                        verifier()
                                .verify(rs256(claims().claim("organisation", List.of("a"))))
                                .organisation())
                .isNull();
    }

    @Test
    void saysTryAgainUntilTheIssuerHasBeenUpOnce() {
        server.answer(null);
        var verifier = verifier();
        assertThat(refusal(verifier, rs256(claims()))).startsWith("token-keys-unavailable");

        server.publish(Mint.RSA);
        await().ignoreException(TokenRefused.class)
                .untilAsserted(
                        () ->
                                assertThat(verifier.verify(rs256(claims())).subject())
                                        .isEqualTo("cred-1"));
    }

    @Test
    void keepsTheLastGoodKeysWhateverTheIssuerAnswers() {
        var verifier = verifier();
        verifier.verify(rs256(claims()));
        var keys = Objects.requireNonNull(running).named(Mint.ISSUER);

        for (var answer : new @Nullable String[] {null, "", "nonsense", "{\"keys\":[]}", "{}"}) {
            server.answer(answer);
            assertThat(Objects.requireNonNull(keys).keys().refresh()).isFalse();
            assertThat(verifier.verify(rs256(claims())).subject()).isEqualTo("cred-1");
        }
        assertThat(refusal(verifier, rs256(claims(), Mint.NEXT)))
                .as("whether the key exists cannot be known now")
                .startsWith("token-keys-unavailable");
    }

    @Test
    void startsFromTheKeptFileWhileTheIssuerIsAway() {
        var file = folder.resolve("keys/registry.json");
        verifier(file, NAMES).verify(rs256(claims()));
        server.answer(null);

        assertThat(verifier(file, NAMES).verify(rs256(claims())).subject()).isEqualTo("cred-1");
        assertThat(file).content().doesNotContain("\"d\"");
    }

    @Test
    void followsARotationWithoutLettingStrangersAskTheIssuerForEver() {
        var verifier = verifier();
        verifier.verify(rs256(claims()));
        server.publish(Mint.RSA, Mint.NEXT);

        await().ignoreException(TokenRefused.class)
                .untilAsserted(() -> verifier.verify(rs256(claims(), Mint.NEXT)));
        int asked = server.asked.get();
        for (int i = 0; i < 100; i++) {
            var token =
                    Mint.signed(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("x" + i),
                            claims(),
                            Mint.STRANGER);
            assertThat(refusal(verifier, token)).startsWith("token-invalid");
        }
        assertThat(server.asked.get() - asked).isLessThanOrEqualTo(2);
    }

    @Test
    void fetchesInTheBackgroundFromTheStart() {
        verifier();
        Objects.requireNonNull(running).start();

        await().until(() -> server.asked.get() > 0);
    }

    @Test
    void doesNotWaitForAKeySetThatNeverEnds() {
        server.stall();
        var verifier = verifier();

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        assertThat(refusal(verifier, rs256(claims())))
                                .startsWith("token-keys-unavailable"));
    }

    @Test
    void refusesAnIssuerThatIsHalfConfigured() {
        assertThatThrownBy(() -> new TrustedIssuer(" ", server.uri(), null, "whitelane", NAMES))
                .hasMessageContaining("needs issuer and key-set-uri");
    }

    @Test
    void trustsNobodyWithoutConfiguration() {
        var verifier = new TokenVerifier(new Issuers(List.of()), Duration.ZERO, Clock.systemUTC());

        assertThat(refusal(verifier, rs256(claims()))).startsWith("token-invalid");
    }
}
