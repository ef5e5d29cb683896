package org.whitelane.notification.subscription;

import java.util.UUID;

/**
 * In-process, in the transaction of the ending.
 *
 * @param wasActive false when it ended unconfirmed: then nobody outside ever heard of it
 */
public record SubscriptionEnded(UUID subscriptionId, EndReason reason, boolean wasActive) {}
