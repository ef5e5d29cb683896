package org.whitelane.whitelist.web;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.core.Refused;

/** Refusals of entries and declarations as problems; illegal moves are counted. */
@Component
public class RefusedProblems {

    private final MeterRegistry meters;

    RefusedProblems(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * @param aggregate the plural noun, for the count
     */
    public Problem of(Refused refused, String aggregate) {
        return switch (refused.kind()) {
            case NOT_FOUND -> Problem.of(HttpStatus.NOT_FOUND, refused.code(), refused.detail());
            case FORBIDDEN -> Problem.forbidden(refused.code(), refused.detail());
            case CONFLICT -> Problem.conflict(refused.code(), refused.detail());
            case ILLEGAL_MOVE -> {
                meters.counter("whitelane.whitelist.%s.illegal.moves".formatted(aggregate))
                        .increment();
                yield Problem.conflict(refused.code(), refused.detail());
            }
            case RULE ->
                    Problem.refused(
                            refused.code(), refused.detail(), Edge.faults(refused.findings()));
            case NOT_KNOWN_YET -> Edge.partyNotKnownYet(refused.detail());
        };
    }
}
