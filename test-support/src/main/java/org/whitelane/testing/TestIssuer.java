package org.whitelane.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A token issuer with a key set over HTTP: good tokens, and each kind of bad one. */
public final class TestIssuer {

    private static final String KEY_ID = "test-key";

    private static final Duration USED_FOR = Duration.ofMinutes(1);

    private static final List<String> REGULATORS =
            List.of("regulator", "regulator-1", "sub-REGULATOR");

    private final RSAKey key = generateKey();
    private final RSAKey strangersKey = generateKey();
    private final Map<Holder, Token> tokens = new ConcurrentHashMap<>();
    private final String issuer;

    private TestIssuer(String issuer) {
        this.issuer = issuer;
    }

    static TestIssuer start() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new TestIssuer("http://127.0.0.1:" + server.getAddress().getPort());
            byte[] keySet = new JWKSet(issuer.key.toPublicJWK()).toString().getBytes(UTF_8);
            server.createContext(
                    "/jwks",
                    exchange -> {
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, keySet.length);
                        try (var body = exchange.getResponseBody()) {
                            body.write(keySet);
                        }
                    });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return issuer;
    }

    public String keySetUri() {
        return issuer + "/jwks";
    }

    /** What a service's configuration says about this issuer, and who reads its feeds. */
    public Map<String, String> properties() {
        var properties = new HashMap<>(readers());
        properties.put("whitelane.security.issuers[0].issuer", issuer);
        properties.put("whitelane.security.issuers[0].key-set-uri", keySetUri());
        return properties;
    }

    /** To whom of this issuer's subjects the feeds are granted. */
    public Map<String, String> readers() {
        var properties = new HashMap<String, String>();
        for (int i = 0; i < REGULATORS.size(); i++) {
            var reader = "whitelane.feed.readers[%d].".formatted(i);
            properties.put(reader + "issuer", issuer);
            properties.put(reader + "subject", REGULATORS.get(i));
            properties.put(reader + "streams", "whitelane.*");
        }
        return properties;
    }

    /**
     * A good token; operators have no organisation. Given out again for a minute, as a caller would
     * use it: a signature costs more than the request that it is for.
     */
    public String token(String subject, @Nullable String organisation, String... roles) {
        var holder = new Holder(subject, organisation, List.of(roles));
        return tokens.compute(
                        holder,
                        (_, known) -> known == null || known.isOld() ? fresh(holder) : known)
                .text();
    }

    private record Holder(String subject, @Nullable String organisation, List<String> roles) {}

    private record Token(String text, Instant at) {

        private boolean isOld() {
            return at.isBefore(Instant.now().minus(USED_FOR));
        }
    }

    private Token fresh(Holder holder) {
        var roles = holder.roles().toArray(String[]::new);
        var claims = claims(holder.subject(), holder.organisation(), roles).build();
        return new Token(sign(claims, key), Instant.now());
    }

    /** A good token with claims of another shape, for a foreign issuer's names. */
    public String token(Map<String, Object> claims) {
        var builder = claims("", null);
        claims.forEach(builder::claim);
        return sign(builder.build(), key);
    }

    public String expired(String subject, @Nullable String organisation, String... roles) {
        Instant past = Instant.now().minus(Duration.ofHours(1));
        var claims = claims(subject, organisation, roles);
        claims.issueTime(Date.from(past.minus(Duration.ofMinutes(5))));
        return sign(claims.expirationTime(Date.from(past)).build(), key);
    }

    public String wrongAudience(String subject, @Nullable String organisation, String... roles) {
        return sign(claims(subject, organisation, roles).audience("elsewhere").build(), key);
    }

    public String wrongIssuer(String subject, @Nullable String organisation, String... roles) {
        return sign(
                claims(subject, organisation, roles).issuer("https://stranger.example").build(),
                key);
    }

    /** Signed by a stranger under our key's id. */
    public String wrongKey(String subject, @Nullable String organisation, String... roles) {
        return sign(claims(subject, organisation, roles).build(), strangersKey);
    }

    /** {@code alg: none}. */
    public String unsigned(String subject, @Nullable String organisation, String... roles) {
        return new PlainJWT(claims(subject, organisation, roles).build()).serialize();
    }

    private JWTClaimsSet.Builder claims(
            String subject, @Nullable String organisation, String... roles) {
        Instant now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .audience("whitelane")
                        .claim("roles", List.of(roles))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
        return organisation == null ? claims : claims.claim("organisation", organisation);
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build(),
                            claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey generateKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
