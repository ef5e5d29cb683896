package org.whitelane.whitelist.entry;

/** Where an entry stands; suspension, exhaustion and the ends come with the quota. */
public enum EntryStatus {
    ACTIVE
}
