package org.whitelane.whitelist.directory;

/** Where a unit's place in the directory stands. */
public enum UnitStatus {
    ACTIVE,
    /** Held back while something is looked into: the unit files and imports nothing meanwhile. */
    SUSPENDED,
    /** Its last day has passed. */
    EXPIRED,
    /** Off the directory at the unit's wish, or because its scheme was replaced. */
    REMOVED,
    /** Taken away for a violation. */
    REVOKED;

    /** The unit has not lost its place. */
    public boolean stands() {
        return this == ACTIVE || this == SUSPENDED;
    }
}
