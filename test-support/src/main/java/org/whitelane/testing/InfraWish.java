package org.whitelane.testing;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was asked for: {@code -Dinfra.mode} or, without it, {@code INFRA_MODE}. */
enum InfraWish {
    CONTAINERS,
    EMBEDDED,
    /** Containers where they can be had at once, else embedded. */
    AUTO;

    static InfraWish of(@Nullable String property, Map<String, String> environment) {
        String said = property == null ? environment.getOrDefault("INFRA_MODE", "") : property;
        if (said.isBlank()) {
            return AUTO;
        }
        for (var wish : values()) {
            if (wish.word().equals(said.strip().toLowerCase(Locale.ROOT))) {
                return wish;
            }
        }
        throw new InfraMissing(
                "infra.mode is one of %s, not \"%s\"."
                        .formatted(
                                Arrays.stream(values())
                                        .map(InfraWish::word)
                                        .collect(Collectors.joining(", ")),
                                said));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
