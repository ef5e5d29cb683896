package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** Also a check, so that a malformed header and a faulty body are told in one answer. */
final class IfMatchArgument implements HandlerMethodArgumentResolver, RequestCheck {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(IfMatch.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return IfMatch.of((HttpServletRequest) request.getNativeRequest());
    }

    @Override
    public List<Fault> faults(Method handler, HttpServletRequest request) {
        return Arrays.asList(handler.getParameterTypes()).contains(IfMatch.class)
                ? IfMatch.faults(request)
                : List.of();
    }
}
