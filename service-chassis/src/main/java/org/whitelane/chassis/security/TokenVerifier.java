package org.whitelane.chassis.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * From an access token to a caller. Algorithms are ours to choose, not the token's: neither "none"
 * nor a public key used as a shared secret can pass.
 */
final class TokenVerifier {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private final Issuers issuers;
    private final Duration skew;
    private final Clock clock;

    TokenVerifier(Issuers issuers, Duration skew, Clock clock) {
        this.issuers = issuers;
        this.skew = skew;
        this.clock = clock;
    }

    Caller verify(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            var issuer = issuers.named(claims.getIssuer());
            if (issuer == null) {
                throw TokenRefused.invalid(
                        "The token comes from an issuer that is not trusted here.");
            }
            if (!ALGORITHMS.contains(jwt.getHeader().getAlgorithm())) {
                throw TokenRefused.invalid("The token must be signed with RS256 or ES256.");
            }
            checkSignature(jwt, issuer.keys());
            checkUse(claims, issuer.settings().audience());
            var settings = issuer.settings();
            return CallerClaims.read(settings.issuer(), claims, settings.claims());
        } catch (ParseException e) {
            throw TokenRefused.invalid("The token is not a signed JWT.");
        }
    }

    private static void checkSignature(SignedJWT jwt, KeySet keys) {
        var candidates = candidates(jwt, keys);
        if (candidates.isEmpty()) {
            keys.refreshIfDue();
            candidates = candidates(jwt, keys);
        }
        if (candidates.isEmpty()) {
            throw keys.reachable()
                    ? TokenRefused.invalid(
                            "The token is signed by a key that its issuer does not have.")
                    : TokenRefused.keysUnavailable();
        }
        if (candidates.stream().noneMatch(key -> signed(jwt, key))) {
            throw TokenRefused.invalid("The token's signature is wrong.");
        }
    }

    private static List<JWK> candidates(SignedJWT jwt, KeySet keys) {
        return new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader())).select(keys.keys());
    }

    private static boolean signed(SignedJWT jwt, JWK key) {
        try {
            return key instanceof AsymmetricJWK pair
                    && jwt.verify(
                            new DefaultJWSVerifierFactory()
                                    .createJWSVerifier(jwt.getHeader(), pair.toPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private void checkUse(JWTClaimsSet claims, String audience) {
        if (!claims.getAudience().contains(audience)) {
            throw TokenRefused.invalid("The token was issued for another audience.");
        }
        var now = clock.instant();
        var expires = instant(claims.getExpirationTime());
        if (expires == null) {
            throw TokenRefused.invalid("The token does not say when it expires.");
        }
        if (!now.isBefore(expires.plus(skew))) {
            throw TokenRefused.expired();
        }
        var notBefore = instant(claims.getNotBeforeTime());
        if (notBefore != null && now.isBefore(notBefore.minus(skew))) {
            throw TokenRefused.invalid("The token is not valid yet.");
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
