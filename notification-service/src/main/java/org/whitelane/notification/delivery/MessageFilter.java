package org.whitelane.notification.delivery;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the operators' list can be asked for. UNCERTAIN is no status: such a message is also queued,
 * sent or refused.
 */
enum MessageFilter {
    ALL,
    QUEUED,
    SENT,
    REFUSED,
    CANCELLED,
    UNCERTAIN;

    static MessageFilter parse(@Nullable String text) {
        if (text == null) {
            return ALL;
        }
        return Arrays.stream(values())
                .filter(f -> f != ALL && f.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(List.of(fault())));
    }

    private static Fault fault() {
        var allowed =
                Arrays.stream(values())
                        .filter(f -> f != ALL)
                        .map(Enum::name)
                        .collect(Collectors.joining(", "));
        return new Fault("?status", "unknown-value", "Must be one of: %s.".formatted(allowed));
    }

    String condition() {
        return switch (this) {
            case ALL -> "true";
            case UNCERTAIN -> "uncertain";
            case QUEUED, SENT, REFUSED, CANCELLED -> "status = '" + name() + "'";
        };
    }
}
