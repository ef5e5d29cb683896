package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;

/** What an officer wants to be done with an entry. */
public sealed interface EntryCommand {

    EntryAction action();

    String reason();

    /** Until it is lifted: an inspection is under way, or a doubt is looked into. */
    record Suspend(String reason) implements EntryCommand {
        @Override
        public EntryAction action() {
            return EntryAction.SUSPEND;
        }
    }

    record Lift(String reason) implements EntryCommand {
        @Override
        public EntryAction action() {
            return EntryAction.LIFT;
        }
    }

    /**
     * For a violation, unless it says otherwise: then the unit is banned as its scheme says, and
     * its other entries under the scheme are revoked with it.
     *
     * @param violation the case's number, where there is one
     * @param cause whether the unit is to blame
     */
    record Revoke(String reason, @Nullable String violation, Cause cause) implements EntryCommand {

        public enum Cause {
            VIOLATION,
            /** E.g. listed in error: nobody is to blame, and nobody is banned. */
            NO_FAULT
        }

        @Override
        public EntryAction action() {
            return EntryAction.REVOKE;
        }
    }

    /** At the unit's wish, which the office has in writing. */
    record Remove(String reason) implements EntryCommand {
        @Override
        public EntryAction action() {
            return EntryAction.REMOVE;
        }
    }
}
