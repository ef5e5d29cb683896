package org.whitelane.notification.subscription.web;

import java.util.UUID;

/** The same for every address, known or not. */
record SubscriptionView(UUID id, String status) {}
