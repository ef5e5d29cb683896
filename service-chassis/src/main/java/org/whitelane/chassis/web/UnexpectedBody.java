package org.whitelane.chassis.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.Set;

/**
 * Refuses by name what is said to an operation that listens to nothing: a reason sent with a move
 * that has none must not be dropped in silence. No body and {@code {}} are the same.
 */
final class UnexpectedBody implements HandlerInterceptor {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Validator validator;
    private final Scalars scalars;

    UnexpectedBody(Validator validator, JsonMapper mapper) {
        this.validator = validator;
        this.scalars = new Scalars(mapper);
    }

    /** A body without a field. */
    record Nothing() {}

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST
                && CHANGING.contains(request.getMethod())
                && !readsItsBody(method)
                && isJson(request.getContentType())) {
            refuseFields(RawBody.of(request));
        }
        return true;
    }

    private void refuseFields(byte[] body) {
        if (body.length == 0) {
            return;
        }
        var faults = new Faults();
        var tree = JsonTree.read(body, faults);
        var unused = new BodyBinder(validator, scalars, faults).record(tree, Nothing.class, "");
        faults.refuseIfAny();
    }

    private static boolean readsItsBody(HandlerMethod method) {
        return method.hasMethodAnnotation(ReadsItself.class)
                || Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(Body.class));
    }

    /** Forms are read as parameters, and what is not JSON is nobody's to read here. */
    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType)
                            .isCompatibleWith(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
