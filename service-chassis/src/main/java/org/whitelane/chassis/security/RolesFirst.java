package org.whitelane.chassis.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;

/**
 * Asks a controller method's {@code @PreAuthorize} before anything of the request is read for it:
 * who may not do a thing is not told what is wrong with how he asked for it. The method's own check
 * comes after its arguments are bound, and stays as the second lock. So the rules of controllers
 * look at roles only, never at arguments.
 */
final class RolesFirst implements HandlerInterceptor {

    private final PreAuthorizeAuthorizationManager rules = new PreAuthorizeAuthorizationManager();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST) {
            var result =
                    rules.authorize(
                            () -> SecurityContextHolder.getContext().getAuthentication(),
                            new Unbound(target(method.getBean()), method.getMethod()));
            if (result != null && !result.isGranted()) {
                throw new AuthorizationDeniedException("Access Denied", result);
            }
        }
        return true;
    }

    private static Object target(Object bean) {
        var target = AopProxyUtils.getSingletonTarget(bean);
        return target == null ? bean : target;
    }

    /** The call that has no arguments yet. */
    private record Unbound(Object target, Method method) implements MethodInvocation {

        @Override
        public Method getMethod() {
            return method;
        }

        @Override
        public Object[] getArguments() {
            return new Object[0];
        }

        @Override
        public Object getThis() {
            return target;
        }

        @Override
        public AccessibleObject getStaticPart() {
            return method;
        }

        @Override
        public Object proceed() {
            throw new UnsupportedOperationException("asked about, never called");
        }
    }
}
