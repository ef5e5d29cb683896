package org.whitelane.chassis.apidocs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.ProblemDocument;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which refusals an operation can answer with, by what the edge does for it. */
final class ProblemAnswers {

    private static final String REF = "#/components/responses/";
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
    }

    private ProblemAnswers() {}

    /** Those that an operation refers to. */
    static void define(OpenAPI document) {
        var known = new TreeMap<String, ApiResponse>();
        MEANING.forEach((status, meaning) -> known.put(name(status), answer(meaning)));
        for (var quota : Quota.values()) {
            known.put(quota.component(), answer(quota));
        }
        for (var outage : Outage.values()) {
            known.put(outage.component(), answer(outage));
        }
        known.put("Problem", answer("Any other refusal."));
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .flatMap(operation -> operation.getResponses().values().stream())
                .filter(answer -> answer.get$ref() != null)
                .map(answer -> answer.get$ref().substring(REF.length()))
                .distinct()
                .forEach(name -> document.getComponents().addResponses(name, known.get(name)));
    }

    static void add(
            Operation operation,
            HandlerMethod handler,
            String path,
            PathItem.HttpMethod method,
            boolean open) {
        var refuses = handler.getMethodAnnotation(Refuses.class);
        add(
                operation,
                refuses == null ? Quota.CALLER : refuses.beyond(),
                refuses == null ? Outage.DATABASE : refuses.without());
        for (var status : statuses(operation, path, method, open)) {
            operation
                    .getResponses()
                    .computeIfAbsent(
                            Integer.toString(status.value()), _ -> reference(name(status)));
        }
        operation.getResponses().computeIfAbsent("default", _ -> reference("Problem"));
    }

    /** Of an operation that no handler of ours answers, too. */
    static void add(Operation operation, Quota quota, Outage outage) {
        operation
                .getResponses()
                .addApiResponse("429", reference(quota.component()))
                .addApiResponse("503", reference(outage.component()));
    }

    private static Set<HttpStatus> statuses(
            Operation operation, String path, PathItem.HttpMethod method, boolean open) {
        var statuses =
                EnumSet.of(
                        HttpStatus.BAD_REQUEST,
                        // also of a public operation: a token that is sent all the same must be
                        // good
                        HttpStatus.UNAUTHORIZED);
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

    private static ApiResponse answer(Quota quota) {
        var answer = answer(quota.meaning());
        for (var header : List.of("RateLimit-Policy", "RateLimit")) {
            answer.addHeaderObject(
                    header, EdgeParameters.header("draft-ietf-httpapi-ratelimit-headers"));
        }
        answer.addExtension("x-policies", quota.policies());
        return answer;
    }

    private static ApiResponse answer(Outage outage) {
        var answer = answer(outage.meaning());
        answer.addExtension("x-codes", outage.codes());
        return answer;
    }

    private static ApiResponse answer(String meaning) {
        var schema = new JsonSchema().$ref(Shape.REF + Shape.name(ProblemDocument.class));
        return new ApiResponse()
                .description(meaning)
                .addHeaderObject(
                        "Retry-After",
                        EdgeParameters.header("Seconds, where another try makes sense."))
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema)));
    }

    private static ApiResponse reference(String name) {
        return new ApiResponse().$ref(REF + name);
    }

    private static String name(HttpStatus status) {
        return status.getReasonPhrase().replace(" ", "");
    }
}
