package org.whitelane.localstack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Spring properties as environment variables: not on the command line, where every user of the
 * machine could read them.
 */
final class Environment {

    private final Map<String, String> variables = new HashMap<>();

    Environment with(String property, Object value) {
        variables.put(variable(property), value.toString());
        return this;
    }

    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** The form that Spring Boot's relaxed binding reads. */
    static String variable(String property) {
        return property.replace("-", "")
                .replaceAll("\\[([0-9]+)]", "_$1")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }
}
