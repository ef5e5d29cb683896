package org.whitelane.whitelist.request;

import java.util.UUID;

/**
 * What is said of a request that is only tried: as it would be, with an id and a number of none.
 */
final class DryRun {

    static final UUID ID = new UUID(0, 0);

    private DryRun() {}

    /** Numbers begin at 1. */
    static String number(String scheme, int year) {
        return "%s-%d-000000".formatted(scheme, year);
    }

    static Outcome of(Outcome outcome) {
        return outcome instanceof Outcome.Accepted(var request, var facts)
                ? new Outcome.Accepted(request.withVersion(request.version() + 1), facts)
                : outcome;
    }
}
