package org.whitelane.whitelist.scheme;

/** What becomes of a scheme's entries and requests when another scheme takes its place. */
public record Replacement(Entries entries, Requests requests) {

    public enum Entries {
        /** They live on until their own last day. */
        KEEP_UNTIL_EXPIRY,
        /** They end with their scheme. */
        CLOSE,
        /** They end, and their units stand in the new scheme's directory. */
        MIGRATE_UNITS
    }

    public enum Requests {
        /** Whoever asked before is answered by the rules of the day. */
        KEEP,
        /** They end with their scheme; the unit may ask again under the new one. */
        WITHDRAW
    }
}
