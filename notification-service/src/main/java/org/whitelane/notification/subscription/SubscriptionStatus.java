package org.whitelane.notification.subscription;

/**
 * PENDING_CONFIRMATION → ACTIVE → UNSUBSCRIBED; a pending one may end without ever having been
 * active.
 */
public enum SubscriptionStatus {
    PENDING_CONFIRMATION,
    ACTIVE,
    UNSUBSCRIBED
}
