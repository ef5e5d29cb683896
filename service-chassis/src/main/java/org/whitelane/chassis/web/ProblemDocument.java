package org.whitelane.chassis.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * RFC 9457 on the wire. {@code type} and {@code code} are stable; {@code title} and {@code detail}
 * are for people. A request line that is none has no path for {@code instance}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String instance,
        @Nullable String correlationId,
        @Nullable Long currentVersion,
        List<Fault> faults) {

    private static final String TYPES = "https://whitelane.org/problems/";

    static ProblemDocument of(
            Problem problem, @Nullable String path, @Nullable String correlationId) {
        var code = problem.code();
        return new ProblemDocument(
                TYPES + code,
                Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' '),
                problem.status().value(),
                problem.detail(),
                code,
                path,
                correlationId,
                problem.currentVersion(),
                problem.faults());
    }
}
