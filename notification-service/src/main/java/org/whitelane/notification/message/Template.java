package org.whitelane.notification.message;

/** What a message is for; with event and subscription it says which message it is. */
public enum Template {
    CONFIRMATION,
    ALERT
}
