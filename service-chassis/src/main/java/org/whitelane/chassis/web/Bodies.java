package org.whitelane.chassis.web;

import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import tools.jackson.databind.json.JsonMapper;

import java.util.Objects;

/**
 * Reads JSON as a {@link Body} parameter is read, for those who get many of them in one request.
 */
public final class Bodies {

    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);

    private final Validator validator;
    private final Scalars scalars;

    Bodies(Validator validator, JsonMapper mapper) {
        this.validator = validator;
        this.scalars = new Scalars(mapper);
    }

    /** What the thrown means to the caller; what is our fault is logged. */
    public ProblemDocument problem(RuntimeException thrown) {
        var problem = Problems.from(thrown);
        if (problem.status().is5xxServerError()) {
            LOG.error("one of many: {}", problem.code(), thrown);
        }
        return ProblemDocument.of(problem, null, MDC.get("correlationId"));
    }

    /**
     * @throws Problem with every fault at once
     */
    public <T> T read(byte[] json, Class<T> type) {
        var faults = new Faults();
        @Nullable Object bound =
                new BodyBinder(validator, scalars, faults)
                        .record(JsonTree.read(json, faults), type, "");
        faults.refuseIfAny();
        return type.cast(Objects.requireNonNull(bound, "without a fault there is a record"));
    }
}
