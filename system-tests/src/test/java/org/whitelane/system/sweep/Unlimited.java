package org.whitelane.system.sweep;

import java.util.Map;

/**
 * A gateway whose limits this test does not reach: neither its quotas nor, on a machine that the
 * sweep keeps busy, its patience with a service that makes one signing key after the other.
 */
final class Unlimited {

    static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "WHITELANE_GATEWAY_LIMITS_CLIENT_QUOTA", "10000000",
                    "WHITELANE_GATEWAY_LIMITS_ANONYMOUS_QUOTA", "10000000",
                    "WHITELANE_GATEWAY_LIMITS_TOKEN_QUOTA", "10000000",
                    "WHITELANE_GATEWAY_LIMITS_CREDENTIAL_QUOTA", "10000000",
                    "WHITELANE_GATEWAY_LIMITS_SIGNUP_QUOTA", "10000000",
                    "SPRING_HTTP_CLIENTS_READTIMEOUT", "80s");

    private Unlimited() {}
}
