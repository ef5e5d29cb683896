package org.whitelane.notification.delivery;

/**
 * What became of one attempt. The texts are codes, never the server's words, which may quote the
 * address.
 */
sealed interface DeliveryResult {

    /** The server answered the final dot: the mail is its business now. */
    record Sent() implements DeliveryResult {}

    /** For good, and about this message only. */
    record Refused(String code) implements DeliveryResult {}

    /** This message later; others may go. Certainly not delivered. */
    record Deferred(String code) implements DeliveryResult {}

    /**
     * The server is away or refuses us altogether. Certainly not delivered; says nothing about the
     * message.
     */
    record Unreachable(String why) implements DeliveryResult {}

    /** All was written and no answer came: it may have been delivered. */
    record Uncertain(String why) implements DeliveryResult {}
}
