package org.whitelane.whitelist.request.web;

import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;

import java.util.List;

/** Reads {@code ?dryRun=}: strictly, since whoever means to try must not do. */
final class DryRuns {

    private DryRuns() {}

    static boolean wanted(String dryRun) {
        return switch (dryRun) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw Problem.invalid(
                            List.of(
                                    new Fault(
                                            "?dryRun", "unknown-value", "Must be true or false.")));
        };
    }
}
