package org.whitelane.notification.subscription;

/** Why a subscription ended; part of the published event. */
public enum EndReason {
    /** The mail client's button, RFC 8058. */
    ONE_CLICK,
    /** The button on our page. */
    PAGE,
    /** The address was refused for good on several days. */
    BOUNCED
}
