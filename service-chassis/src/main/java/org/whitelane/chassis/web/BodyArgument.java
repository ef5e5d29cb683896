package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** Hands a {@link Body} parameter over complete and valid, or refuses with every fault at once. */
final class BodyArgument implements HandlerMethodArgumentResolver {

    private final Validator validator;
    private final Scalars scalars;
    private final List<RequestCheck> checks;

    BodyArgument(Validator validator, JsonMapper mapper, List<RequestCheck> checks) {
        this.validator = validator;
        this.scalars = new Scalars(mapper);
        this.checks = checks;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Body.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        var request = (HttpServletRequest) web.getNativeRequest();
        requireJson(request);
        var faults = new Faults();
        for (var check : checks) {
            check.faults(java.util.Objects.requireNonNull(parameter.getMethod()), request)
                    .forEach(faults::add);
        }
        var type = parameter.getParameterType();
        var bound =
                new BodyBinder(validator, scalars, faults)
                        .record(JsonTree.read(RawBody.of(request), faults), type, "");
        faults.refuseIfAny();
        return bound;
    }

    private static void requireJson(HttpServletRequest request) {
        try {
            var type =
                    request.getContentType() == null
                            ? null
                            : MediaType.parseMediaType(request.getContentType());
            if (type != null && type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            // answered like any other type that is not JSON
        }
        throw Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "media-type-not-supported",
                "The body must be JSON: Content-Type: application/json.");
    }
}
