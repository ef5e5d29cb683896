package org.whitelane.notification.subscription;

import java.util.UUID;

/** Whom a message goes to, read just before it is sent. */
public record Recipient(
        UUID subscriptionId, EmailAddress address, MailLocale locale, SubscriptionStatus status) {}
