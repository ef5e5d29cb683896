package org.whitelane.notification.message;

/** In-process: after the commit there is something to send. */
public record MessagesQueued(int count) {}
