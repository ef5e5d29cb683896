package org.whitelane.notification.subscription;

import java.util.UUID;

/** In-process, in the transaction of the confirmation. */
public record SubscriptionBegan(UUID subscriptionId, MailLocale locale) {}
