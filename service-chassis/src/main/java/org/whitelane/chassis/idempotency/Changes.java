package org.whitelane.chassis.idempotency;

import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.ReadsItself;

import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The operations that change an existing aggregate: their handlers take {@link IfMatch}. Those that
 * create at the same time say so by {@link Idempotent}, and those that read their body themselves
 * see to its key themselves, too ({@link OnceStreamed}).
 */
public final class Changes extends StaticMethodMatcherPointcut {

    @Override
    public boolean matches(Method method, Class<?> type) {
        return isChange(method);
    }

    public static boolean isChange(Method handler) {
        return Arrays.asList(handler.getParameterTypes()).contains(IfMatch.class)
                && !AnnotatedElementUtils.hasAnnotation(handler, Idempotent.class)
                && !AnnotatedElementUtils.hasAnnotation(handler, ReadsItself.class)
                && isMapped(handler);
    }

    private static boolean isMapped(Method handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class);
        return mapping != null && !Arrays.asList(mapping.method()).contains(RequestMethod.GET);
    }
}
