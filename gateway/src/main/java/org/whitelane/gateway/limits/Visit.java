package org.whitelane.gateway.limits;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** One request on its way through the door, and who pays for it so far. */
final class Visit {

    private static final String ATTRIBUTE = Visit.class.getName();

    private final String network;
    private final @Nullable String token;
    private final Buckets policy;
    private String payer;
    private boolean proven;

    /**
     * @param policy whose quota the request was taken from
     * @param payer the network's or the client's key there
     */
    Visit(String network, @Nullable String token, Buckets policy, String payer) {
        this.network = network;
        this.token = token;
        this.policy = policy;
        this.payer = payer;
    }

    static @Nullable Visit of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Visit visit ? visit : null;
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    String network() {
        return network;
    }

    @Nullable String token() {
        return token;
    }

    Buckets policy() {
        return policy;
    }

    String payer() {
        return payer;
    }

    void paidBy(String client) {
        payer = client;
    }

    /** The token was found good. */
    void prove() {
        proven = true;
    }

    boolean isProven() {
        return proven;
    }
}
