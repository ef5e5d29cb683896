package org.whitelane.chassis.apidocs;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.whitelane.chassis.security.Role;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The roles that a handler asks for, from the rule that asks for them. */
final class Roles {

    private static final Pattern RULE = Pattern.compile("has(?:Any)?Role\\(('[A-Z_', ]+')\\)");

    private Roles() {}

    /** Empty where no role is asked for here: the use case itself may still ask. */
    static List<String> of(HandlerMethod handler) {
        var rule =
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        if (rule == null) {
            rule =
                    AnnotatedElementUtils.findMergedAnnotation(
                            handler.getBeanType(), PreAuthorize.class);
        }
        return rule == null ? List.of() : parse(rule.value());
    }

    private static List<String> parse(String rule) {
        var roles = RULE.matcher(rule);
        if (!roles.matches()) {
            throw new IllegalStateException(
                    "not a rule about roles that readers can be told: " + rule);
        }
        return Arrays.stream(roles.group(1).replaceAll("[' ]", "").split(",", -1))
                .map(name -> Role.valueOf(name).name())
                .sorted()
                .toList();
    }
}
