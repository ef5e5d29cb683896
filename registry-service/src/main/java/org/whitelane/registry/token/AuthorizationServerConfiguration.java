package org.whitelane.registry.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.whitelane.chassis.keys.FirstKey;
import org.whitelane.chassis.keys.KeyWrap;
import org.whitelane.chassis.security.PublicPaths;

import java.io.IOException;

/** Spring's authorization server, cut down to tokens for client credentials and the key set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningSettings.class)
class AuthorizationServerConfiguration {

    /**
     * Before the chassis' chain, which takes every other path: Spring's endpoints for codes,
     * devices, introspection and revocation are not reachable.
     */
    @Bean
    @Order(1)
    SecurityFilterChain issuer(HttpSecurity http, OfficerStanding standing) {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .oauth2AuthorizationServer(
                        server ->
                                server.clientAuthentication(
                                                clients ->
                                                        clients.errorResponseHandler(
                                                                (request, response, failure) ->
                                                                        unknownClient(response)))
                                        .tokenEndpoint(
                                                tokens ->
                                                        tokens.authenticationProviders(
                                                                all ->
                                                                        all.forEach(
                                                                                it ->
                                                                                        check(
                                                                                                it,
                                                                                                standing)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        failures ->
                                failures.authenticationEntryPoint(
                                        (request, response, failure) -> unknownClient(response)))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** RFC 6749 §5.2, which asks for the challenge too; Spring leaves it out. */
    private static void unknownClient(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Basic realm=\"whitelane\"");
        response.setContentType("application/json");
        response.getOutputStream().print("{\"error\":\"invalid_client\"}");
    }

    @Bean
    PublicPaths metadata() {
        return PublicPaths.of("GET /.well-known/oauth-authorization-server");
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(
            @Value("${whitelane.public-base-url}") String issuer) {
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }

    @Bean
    KeyWrap keyWrap(SigningSettings settings) {
        return KeyWrap.of(settings.keyFile());
    }

    @Bean
    FirstKey firstSigningKey(KeyRing keys) {
        return new FirstKey(keys::ensureOne);
    }

    /** What {@code /oauth2/jwks} shows: every key that a valid token may be signed with. */
    @Bean
    JWKSource<SecurityContext> publishedKeys(KeyRing keys) {
        return (selector, context) ->
                selector.select(
                        new JWKSet(keys.published().stream().<JWK>map(SigningKey::jwk).toList()));
    }

    /** Signs with the newest key only. */
    @Bean
    JwtEncoder jwtEncoder(KeyRing keys) {
        return new NimbusJwtEncoder(
                (selector, context) ->
                        new ImmutableJWKSet<>(new JWKSet(keys.signing().jwk()))
                                .get(selector, context));
    }

    private static void check(AuthenticationProvider provider, OfficerStanding standing) {
        if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider clientCredentials) {
            clientCredentials.setAuthenticationValidator(
                    new OAuth2ClientCredentialsAuthenticationValidator().andThen(standing));
        }
    }
}
