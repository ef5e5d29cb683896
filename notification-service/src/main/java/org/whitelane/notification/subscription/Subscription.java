package org.whitelane.notification.subscription;

import java.util.UUID;

/**
 * What the pages and the service need of it; the address is read only to send, the criteria only to
 * match.
 */
public record Subscription(UUID id, MailLocale locale, SubscriptionStatus status) {}
