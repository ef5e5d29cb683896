package org.whitelane.chassis.apidocs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;
import org.whitelane.chassis.idempotency.Changes;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Versioned;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a handler's signature and annotations say about our edge. */
final class EdgeOperation implements GlobalOperationComponentsCustomizer {

    /** Read and removed again by {@link EdgeDocument}, which knows the paths. */
    static final String HANDLER = "x-handler";

    private static final Set<Class<?>> NO_JSON = Set.of(String.class, byte[].class, void.class);

    private final Definitions definitions;

    EdgeOperation(Definitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        throw new UnsupportedOperationException("springdoc hands us the components too");
    }

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod handler) {
        operation.setOperationId(id(handler));
        operation.setTags(null);
        operation.addExtension(HANDLER, handler);
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(Body.class)) {
                operation.setRequestBody(body(parameter, components));
            } else if (parameter.getParameterType().equals(Paging.class)) {
                EdgeParameters.paging().forEach(operation::addParametersItem);
            } else if (parameter.getParameterType().equals(IfMatch.class)) {
                EdgeParameters.conditions().forEach(operation::addParametersItem);
            } else {
                shape(operation, parameter, components);
            }
        }
        answer(operation, handler, components);
        var once =
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Idempotent.class);
        if (once != null) {
            idempotent(operation, once);
        } else if (Changes.isChange(handler.getMethod())) {
            operation.addParametersItem(EdgeParameters.keyOfChange());
            successes(operation).forEach(EdgeOperation::replayed);
        }
        return operation;
    }

    /** {@code registerOrganisation}: what the handler does, in the room it belongs to. */
    static String id(HandlerMethod handler) {
        return handler.getMethod().getName()
                + handler.getBeanType().getSimpleName().replaceAll("Controller$", "");
    }

    private RequestBody body(MethodParameter parameter, Components components) {
        var schema =
                definitions.schema(Shape.Direction.IN, parameter.getParameterType(), components);
        return new RequestBody()
                .required(true)
                .content(
                        new Content()
                                .addMediaType("application/json", new MediaType().schema(schema)));
    }

    /** springdoc has found it; what one may say in it is our types' to say. */
    private void shape(Operation operation, MethodParameter parameter, Components components) {
        Optional.ofNullable(operation.getParameters()).stream()
                .flatMap(List::stream)
                .filter(found -> found.getName().equals(parameter.getParameterName()))
                .filter(found -> found.getSchema() != null)
                .forEach(
                        found -> {
                            var schema =
                                    definitions.schema(
                                            Shape.Direction.IN,
                                            parameter.getParameterType(),
                                            components);
                            if (found.getSchema().getDefault() != null) {
                                schema.setDefault(found.getSchema().getDefault());
                            }
                            found.setSchema(schema);
                        });
    }

    /** What is no JSON of ours, as a page or a picture, says so itself. */
    private void answer(Operation operation, HandlerMethod handler, Components components) {
        var type = ResolvableType.forMethodReturnType(handler.getMethod());
        var shown = type.toClass() == ResponseEntity.class ? type.getGeneric() : type;
        if (NO_JSON.contains(shown.toClass())) {
            return;
        }
        var schema = definitions.schema(Shape.Direction.OUT, shown.getType(), components);
        var json = new MediaType().schema(schema);
        successes(operation)
                .forEach(
                        answer ->
                                answer.content(
                                        new Content().addMediaType("application/json", json)));
        versions(operation, shown.toClass());
    }

    /** {@code If-Match} and {@code ETag}, on what shows one aggregate. */
    private static void versions(Operation operation, Class<?> shown) {
        if (!isVersioned(shown)) {
            return;
        }
        successes(operation)
                .forEach(
                        answer ->
                                answer.addHeaderObject(
                                        HttpHeaders.ETAG,
                                        EdgeParameters.header(
                                                "The aggregate's version in double quotes, for"
                                                        + " If-Match.")));
    }

    private static Stream<ApiResponse> successes(Operation operation) {
        return operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue);
    }

    private static boolean isVersioned(Class<?> shown) {
        return Versioned.class.isAssignableFrom(shown)
                || (shown.isSealed()
                        && Arrays.stream(shown.getPermittedSubclasses())
                                .anyMatch(EdgeOperation::isVersioned));
    }

    private static void idempotent(Operation operation, Idempotent once) {
        operation.addParametersItem(EdgeParameters.idempotencyKey(once.secret()));
        var answers = operation.getResponses();
        if (answers.get("200") != null
                && !answers.containsKey("201")
                && !answers.containsKey("202")) {
            answers.addApiResponse("201", answers.remove("200"));
        }
        answers.values().forEach(EdgeOperation::located);
        answers.values().forEach(EdgeOperation::replayed);
    }

    private static void located(ApiResponse answer) {
        answer.addHeaderObject(
                HttpHeaders.LOCATION,
                EdgeParameters.header("Where the new thing is read, if it can be."));
    }

    private static void replayed(ApiResponse answer) {
        answer.addHeaderObject(
                "Idempotent-Replayed",
                EdgeParameters.header("`true` when this is a repeat's answer."));
    }
}
