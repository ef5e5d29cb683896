package org.whitelane.chassis.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * Also a check, so that a malformed header and a faulty body are told in one answer. A condition on
 * a change that has no version is refused: whoever sends it relies on it.
 */
final class IfMatchArgument
        implements HandlerMethodArgumentResolver, RequestCheck, HandlerInterceptor {

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
        if (takes(handler, IfMatch.class)) {
            return IfMatch.faults(request);
        }
        return IfMatch.READING.contains(request.getMethod())
                ? List.of()
                : IfMatch.conditions(request).stream().map(IfMatchArgument::notTaken).toList();
    }

    /** Where there is no body to be told together with. */
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !takes(method.getMethod(), IfMatch.class)
                && !readsItsBody(method)) {
            var faults = faults(method.getMethod(), request);
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults);
            }
        }
        return true;
    }

    private static boolean readsItsBody(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(Body.class));
    }

    private static boolean takes(Method handler, Class<?> type) {
        return Arrays.asList(handler.getParameterTypes()).contains(type);
    }

    private static Fault notTaken(String header) {
        return new Fault(
                "#" + header,
                "condition-not-taken",
                "This changes nothing that has a version; leave the condition out.");
    }
}
