package org.whitelane.whitelist.entry;

import java.util.EnumSet;
import java.util.Set;

/** Where an entry stands; docs/lifecycles.md has the moves. */
public enum EntryStatus {
    /** Published, but its first day has not come. */
    PENDING,
    ACTIVE,
    /** Everything approved is reserved or used; a reservation given back makes it active again. */
    EXHAUSTED,
    /** Nothing new may be reserved or declared; what is reserved stays so. */
    SUSPENDED,
    EXPIRED,
    /** Taken off the list at the unit's wish, or because its scheme was replaced. */
    REMOVED,
    /** Taken away for a violation. */
    REVOKED;

    /** Those that have not ended. */
    public static final Set<EntryStatus> LIVE =
            Set.copyOf(EnumSet.of(PENDING, ACTIVE, EXHAUSTED, SUSPENDED));

    public boolean isLive() {
        return LIVE.contains(this);
    }
}
