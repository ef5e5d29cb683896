package org.whitelane.notification.alert;

/** The kinds of news a subscriber can choose; the names are part of the HTTP contract. */
public enum AlertKind {
    BATCH_PUBLISHED,
    IND_RECORDED
}
