package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

final class PagingArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Paging.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return parse(request.getParameterValues("limit"), request.getParameterValues("cursor"));
    }

    static Paging parse(String @Nullable [] limits, String @Nullable [] cursors) {
        var faults = new Faults();
        var cursor = single("?cursor", cursors, faults);
        int limit = limit(single("?limit", limits, faults), faults);
        faults.refuseIfAny();
        return new Paging(limit, cursor);
    }

    private static int limit(@Nullable String text, Faults faults) {
        if (text == null) {
            return Paging.DEFAULT;
        }
        if (text.matches("[1-9][0-9]?|100")) {
            return Integer.parseInt(text);
        }
        faults.add(
                "?limit", "limit", "Must be a whole number from 1 to %d.".formatted(Paging.MOST));
        return Paging.DEFAULT;
    }

    private static @Nullable String single(
            String pointer, String @Nullable [] values, Faults faults) {
        if (values == null) {
            return null;
        }
        if (values.length > 1) {
            faults.add(pointer, "duplicate-parameter", "This parameter is there more than once.");
        }
        return values[0];
    }
}
