package org.whitelane.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * Settings {@code whitelane.gateway.limits.*}; the defaults stand in the gateway's {@code
 * application.yml}.
 *
 * @param client per caller with a good token
 * @param anonymous per network address without one
 * @param token per network address that asks for tokens
 * @param credential wrong secrets per client id
 * @param signUp per network address that signs up for mails
 * @param inFlight requests of one client or address at the same time
 * @param remembered keys per policy, so that a million addresses do not fill the memory
 */
@ConfigurationProperties("whitelane.gateway.limits")
record LimitSettings(
        Quota client,
        Quota anonymous,
        Quota token,
        Quota credential,
        Quota signUp,
        int inFlight,
        int remembered) {

    LimitSettings {
        if (inFlight < 1 || remembered < 1) {
            throw new IllegalArgumentException(
                    "whitelane.gateway.limits: in-flight and remembered begin at 1.");
        }
    }

    /**
     * @param quota requests at once, and again within each window
     */
    record Quota(int quota, Duration window) {

        Quota {
            if (quota < 1 || window.toSeconds() < 1) {
                throw new IllegalArgumentException(
                        "whitelane.gateway.limits: a quota and its window begin at 1 (second).");
            }
        }
    }
}
