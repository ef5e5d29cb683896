package org.whitelane.chassis.apidocs;

import java.util.ArrayList;
import java.util.List;

/** Which of the gateway's policies an operation is counted by. */
public enum Quota {
    CALLER(
            "TooManyRequests",
            "of this client, or without a good token of its network address",
            "client",
            "anonymous"),
    SIGN_UPS("TooManySignUps", "of sign-ups from this network address", "sign-up"),
    TOKENS(
            "TooManyTokens",
            "of tokens for this network address, or of wrong secrets for this credential",
            "token",
            "credential");

    private final String component;
    private final String whose;
    private final List<String> policies;

    Quota(String component, String whose, String... policies) {
        this.component = component;
        this.whose = whose;
        this.policies = List.of(policies);
    }

    public String component() {
        return component;
    }

    String meaning() {
        return "The gateway's quota %s is used up, or that of requests at a time; `RateLimit-Policy` tells it."
                .formatted(whose);
    }

    /** By name, as {@code RateLimit-Policy} shows them. */
    public List<String> policies() {
        var all = new ArrayList<>(policies);
        all.add("in-flight");
        return List.copyOf(all);
    }
}
