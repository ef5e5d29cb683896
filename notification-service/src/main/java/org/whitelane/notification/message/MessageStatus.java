package org.whitelane.notification.message;

/**
 * QUEUED → SENT, REFUSED by the recipient's server for good, or CANCELLED because the subscription
 * ended first.
 */
public enum MessageStatus {
    QUEUED,
    SENT,
    REFUSED,
    CANCELLED
}
