package org.whitelane.notification.subscription;

/** What a link's token may do; a token does nothing else. */
public enum Purpose {
    CONFIRM,
    UNSUBSCRIBE
}
