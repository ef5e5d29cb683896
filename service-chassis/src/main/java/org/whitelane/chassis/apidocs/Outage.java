package org.whitelane.chassis.apidocs;

import java.util.ArrayList;
import java.util.List;

/** What an operation cannot do without, by the code of the 503 that says it is away. */
public enum Outage {
    /** Answers from memory. */
    NOTHING("ServiceOverloaded"),
    DATABASE("ServiceUnavailable", "temporarily-unavailable"),
    /** And what a consumer needs to apply a record. */
    CONSUMER("PartUnavailable", "temporarily-unavailable", "part-unavailable");

    /** The place for the request, the service behind the gateway, the issuer's keys. */
    private static final List<String> ANYWHERE =
            List.of("overloaded", "service-unavailable", "token-keys-unavailable");

    private final String component;
    private final List<String> codes;

    Outage(String component, String... codes) {
        this.component = component;
        this.codes = List.of(codes);
    }

    public String component() {
        return component;
    }

    String meaning() {
        return "Not now; try again after `Retry-After` seconds. `code` says what is lacking: `%s`."
                .formatted(String.join("`, `", codes()));
    }

    public List<String> codes() {
        var all = new ArrayList<>(ANYWHERE);
        all.addAll(codes);
        return List.copyOf(all);
    }
}
