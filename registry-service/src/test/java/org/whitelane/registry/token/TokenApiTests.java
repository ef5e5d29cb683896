package org.whitelane.registry.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.registry.Api;
import org.whitelane.registry.TestRegistry;
import org.whitelane.testing.Infra;

import java.util.List;
import java.util.Map;

class TokenApiTests {

    private final Api api = TestRegistry.shared();

    @Test
    void aTokenOpensTheRegistryItself() {
        var answer = api.token(TestRegistry.BOOTSTRAP_ID, TestRegistry.BOOTSTRAP_SECRET);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(answer.body().path("expires_in").asInt()).isBetween(295, 300);
        assertThat(answer.headers())
                .containsEntry("cache-control", "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(api.get("/calendars/2026", answer.text("access_token")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "bootstrap-registrar, wrong",
        "bootstrap-registrar, ''",
        "nobody, wrong",
        "'no body', wrong",
        "x or 1=1 --, wrong"
    })
    void aWrongIdOrSecretGetsNothing(String id, String secret) {
        var answer = api.token(id, secret);
        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.text("error")).isIn("invalid_client", "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=password&username=a&password=b",
                "grant_type=authorization_code&code=x",
                "grant_type=refresh_token&refresh_token=x",
                "grant_type=",
                "",
                "grant_type=client_credentials&scope=everything"
            })
    void grantsNothingButClientCredentials(String form) {
        var answer = api.token(TestRegistry.BOOTSTRAP_ID, TestRegistry.BOOTSTRAP_SECRET, form);
        assertThat(answer.status()).as("%s", answer).isBetween(400, 401);
        assertThat(answer.body().has("access_token")).isFalse();
    }

    @Test
    void publishesPublicKeysOnly() {
        var keys = api.get("/oauth2/jwks", null).body().path("keys");
        assertThat(keys.size()).isPositive();
        for (var key : keys) {
            assertThat(key.propertyNames())
                    .contains("kid", "n", "e")
                    .doesNotContain("d", "p", "q", "dp", "dq", "qi");
        }
    }

    @Test
    void saysInItsMetadataWhatItDoesAndNoMore() {
        var answer = api.get("/.well-known/oauth-authorization-server", null);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        var metadata = answer.body();
        assertThat(metadata.path("issuer").asString()).isEqualTo(api.url());
        assertThat(metadata.path("token_endpoint").asString())
                .isEqualTo(api.url() + "/oauth2/token");
        assertThat(metadata.path("jwks_uri").asString()).isEqualTo(api.url() + "/oauth2/jwks");
        assertThat(metadata.path("grant_types_supported").toString())
                .isEqualTo("[\"client_credentials\"]");
        assertThat(metadata.has("authorization_endpoint")).isFalse();
        assertThat(metadata.has("introspection_endpoint")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/par",
                "/oauth2/device_authorization"
            })
    void otherEndpointsAreClosed(String place) {
        assertThat(api.post(place, null, "").status()).isBetween(400, 405);
        var token = Infra.issuer().token("operator", null, "OPERATOR");
        assertThat(api.post(place, token, "").status()).isBetween(400, 405);
    }

    @Test
    void onlyAnOperatorRotatesTheKeys() {
        for (var place : List.of("/signing-keys/rotation", "/signing-keys/rewrapping")) {
            var body = "{\"reason\":\"a test\"}";
            assertThat(api.post(place, TestRegistry.registrar(), body).status()).isEqualTo(403);
            assertThat(api.post(place, null, body).status()).isEqualTo(401);
        }
    }

    @Test
    void everyBadTokenIsRefused() {
        var issuer = Infra.issuer();
        var bad =
                Map.of(
                        "expired", issuer.expired("s", null, "REGISTRAR"),
                        "audience", issuer.wrongAudience("s", null, "REGISTRAR"),
                        "issuer", issuer.wrongIssuer("s", null, "REGISTRAR"),
                        "key", issuer.wrongKey("s", null, "REGISTRAR"),
                        "unsigned", issuer.unsigned("s", null, "REGISTRAR"));
        bad.forEach(
                (why, token) ->
                        assertThat(api.get("/organisations", token).status())
                                .as(why)
                                .isEqualTo(401));
        assertThat(List.copyOf(bad.values())).doesNotHaveDuplicates();
    }
}
