package org.whitelane.notification.subscription;

import java.util.UUID;

/** In-process, in the transaction of the request: a confirmation mail is due. */
public record SubscriptionRequested(UUID subscriptionId) {}
