package org.whitelane.registry.token.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.apidocs.Outage;
import org.whitelane.chassis.apidocs.Quota;

import java.util.List;

/**
 * The token endpoint and the key set are filters of Spring Security's: nothing is mapped that could
 * be read, so what RFC 6749 and RFC 7517 say about them is said here.
 */
@Component
@Order(0)
class TokenEndpointsDocument implements GlobalOpenApiCustomizer {

    private static final String CLIENT = "client";

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addSecuritySchemes(
                        CLIENT,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("A credential's id and secret."));
        document.path("/oauth2/token", new PathItem().post(token()));
        document.path("/oauth2/jwks", new PathItem().get(keySet()));
    }

    private static Operation token() {
        var form =
                object("grant_type").addProperty("grant_type", text()._const("client_credentials"));
        var token =
                object("access_token", "token_type", "expires_in")
                        .addProperty("access_token", text())
                        .addProperty("token_type", text()._const("Bearer"))
                        .addProperty("expires_in", typed("integer"));
        return new Operation()
                .operationId("issueToken")
                .summary("Get an access token for a credential")
                .description("It lives five minutes. Needs a credential's id and secret.")
                .addTagsItem("oauth2")
                .addSecurityItem(new SecurityRequirement().addList(CLIENT))
                .requestBody(
                        new RequestBody()
                                .required(true)
                                .content(content("application/x-www-form-urlencoded", form)))
                .responses(
                        new ApiResponses()
                                .addApiResponse("200", json("The token.", token))
                                .addApiResponse("400", json("Not such a request.", refusal()))
                                .addApiResponse("401", json("Not such a credential.", refusal()))
                                .addApiResponse("429", shared(Quota.TOKENS.component()))
                                .addApiResponse("503", shared(Outage.DATABASE.component()))
                                .addApiResponse("default", shared("Problem")));
    }

    private static Operation keySet() {
        var key =
                object("kty", "kid")
                        .addProperty("kty", text())
                        .addProperty("kid", text())
                        .addProperty("alg", text())
                        .addProperty("use", text())
                        .addProperty("n", text())
                        .addProperty("e", text());
        var keys = object("keys").addProperty("keys", typed("array").items(key));
        return new Operation()
                .operationId("readKeySet")
                .summary("Read the keys that valid tokens may be signed with")
                .description("Needs no token.")
                .addTagsItem("oauth2")
                .responses(
                        new ApiResponses()
                                .addApiResponse("200", json("The key set.", keys))
                                .addApiResponse("401", json("Asked by another method.", refusal()))
                                .addApiResponse("429", shared(Quota.CALLER.component()))
                                .addApiResponse("503", shared(Outage.DATABASE.component()))
                                .addApiResponse("default", shared("Problem")));
    }

    private static Schema<?> refusal() {
        return object("error").addProperty("error", text());
    }

    /** What the edge refuses before RFC 6749 has a say. */
    private static ApiResponse shared(String name) {
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    private static ApiResponse json(String description, Schema<?> schema) {
        return new ApiResponse()
                .description(description)
                .content(content("application/json", schema));
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }

    private static Schema<?> object(String... required) {
        return typed("object").required(List.of(required));
    }

    private static Schema<?> text() {
        return typed("string");
    }

    private static Schema<?> typed(String type) {
        return new JsonSchema().typesItem(type);
    }
}
