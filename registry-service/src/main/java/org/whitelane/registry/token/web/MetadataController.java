package org.whitelane.registry.token.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.apidocs.Outage;
import org.whitelane.chassis.apidocs.Refuses;

import java.util.List;

/**
 * RFC 8414. Ours, because Spring's names an authorization endpoint and grants that are not for use
 * here.
 */
@RestController
class MetadataController {

    private final String issuer;

    MetadataController(@Value("${whitelane.public-base-url}") String issuer) {
        this.issuer = issuer;
    }

    @GetMapping("/.well-known/oauth-authorization-server")
    @Operation(summary = "Tell clients where tokens and keys are (RFC 8414)")
    @Refuses(without = Outage.NOTHING)
    Metadata metadata() {
        return new Metadata(
                issuer,
                issuer + "/oauth2/token",
                issuer + "/oauth2/jwks",
                List.of("client_credentials"),
                List.of("client_secret_basic"),
                List.of());
    }

    /**
     * @param responseTypes required by the RFC, and empty since no authorization endpoint gives any
     */
    record Metadata(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("jwks_uri") String keySet,
            @JsonProperty("grant_types_supported") List<String> grantTypes,
            @JsonProperty("token_endpoint_auth_methods_supported") List<String> authMethods,
            @JsonProperty("response_types_supported") List<String> responseTypes) {}
}
