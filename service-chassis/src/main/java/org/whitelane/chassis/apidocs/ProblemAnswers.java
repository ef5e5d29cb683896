package org.whitelane.chassis.apidocs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.http.HttpStatus;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.ProblemDocument;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which refusals an operation can answer with, by what the edge does for it. */
final class ProblemAnswers {

    private static final Map<HttpStatus, String> MEANING = new LinkedHashMap<>();

    static {
        MEANING.put(
                HttpStatus.BAD_REQUEST,
                "The request does not have the documented shape; `faults` says where.");
        MEANING.put(HttpStatus.UNAUTHORIZED, "The token is missing, expired or not one of ours.");
        MEANING.put(HttpStatus.FORBIDDEN, "The token's holder may not do this.");
        MEANING.put(HttpStatus.NOT_FOUND, "It is not there, or not for the caller to see.");
        MEANING.put(HttpStatus.CONFLICT, "Not in this state; `code` says why.");
        MEANING.put(
                HttpStatus.PRECONDITION_FAILED,
                "Another version by now; `currentVersion` and ETag tell which.");
        MEANING.put(HttpStatus.CONTENT_TOO_LARGE, "The body is too large.");
        MEANING.put(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON.");
        MEANING.put(HttpStatus.UNPROCESSABLE_CONTENT, "Well-formed, but a rule refuses it.");
        MEANING.put(
                HttpStatus.TOO_MANY_REQUESTS,
                "The gateway's quota for this client is used up; `RateLimit-Policy` tells it.");
        MEANING.put(
                HttpStatus.SERVICE_UNAVAILABLE, "Not now; try again after `Retry-After` seconds.");
    }

    private ProblemAnswers() {}

    static void define(Components components) {
        MEANING.forEach(
                (status, meaning) -> components.addResponses(name(status), answer(meaning)));
        components.addResponses("Problem", answer("Any other refusal."));
    }

    static void add(Operation operation, String path, PathItem.HttpMethod method, boolean open) {
        for (var status : statuses(operation, path, method, open)) {
            operation
                    .getResponses()
                    .computeIfAbsent(
                            Integer.toString(status.value()), _ -> reference(name(status)));
        }
        operation.getResponses().computeIfAbsent("default", _ -> reference("Problem"));
    }

    private static Set<HttpStatus> statuses(
            Operation operation, String path, PathItem.HttpMethod method, boolean open) {
        var statuses =
                EnumSet.of(
                        HttpStatus.BAD_REQUEST,
                        // also of a public operation: a token that is sent all the same must be
                        // good
                        HttpStatus.UNAUTHORIZED,
                        HttpStatus.TOO_MANY_REQUESTS,
                        HttpStatus.SERVICE_UNAVAILABLE);
        if (!open) {
            statuses.add(HttpStatus.FORBIDDEN);
        }
        if (path.contains("{")) {
            statuses.add(HttpStatus.NOT_FOUND);
        }
        if (method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD) {
            statuses.add(HttpStatus.CONFLICT);
            statuses.add(HttpStatus.UNPROCESSABLE_CONTENT);
            statuses.add(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (takes(operation, IfMatch.HEADER)) {
            statuses.add(HttpStatus.PRECONDITION_FAILED);
        }
        if (operation.getRequestBody() != null) {
            statuses.add(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        return statuses;
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> p.getName().equals(header));
    }

    private static ApiResponse answer(String meaning) {
        var schema = new JsonSchema().$ref(Shape.REF + Shape.name(ProblemDocument.class));
        return new ApiResponse()
                .description(meaning)
                .addHeaderObject(
                        "Retry-After",
                        EdgeOperation.header("Seconds, where another try makes sense."))
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema)));
    }

    private static ApiResponse reference(String name) {
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    private static String name(HttpStatus status) {
        return status.getReasonPhrase().replace(" ", "");
    }
}
