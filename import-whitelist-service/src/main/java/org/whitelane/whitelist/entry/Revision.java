package org.whitelane.whitelist.entry;

import org.whitelane.whitelist.core.Finding;

/** What a published request makes of an entry that is there. */
public sealed interface Revision {

    /** What was decided, and is to be saved. */
    sealed interface Made extends Revision {

        WhitelistEntry before();

        WhitelistEntry after();

        /** Whether the entry is off the list now. */
        default boolean ends() {
            return this instanceof Removed;
        }
    }

    record Changed(WhitelistEntry before, WhitelistEntry after) implements Made {}

    record Renewed(WhitelistEntry before, WhitelistEntry after) implements Made {}

    record Removed(WhitelistEntry before, WhitelistEntry after) implements Made {}

    /** It can no longer be done to the entry: it is in no state for it. */
    record NotLive(String detail) implements Revision {}

    /** The entry is live, but a rule stands against it. */
    record Refused(Finding finding) implements Revision {}
}
