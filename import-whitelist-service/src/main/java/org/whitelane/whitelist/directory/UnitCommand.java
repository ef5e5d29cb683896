package org.whitelane.whitelist.directory;

import org.jspecify.annotations.Nullable;

/** What the office wants to be done with a unit's place. */
public sealed interface UnitCommand {

    UnitAction action();

    String reason();

    /** Until it is lifted: an inspection is under way, or a doubt is looked into. */
    record Suspend(String reason) implements UnitCommand {
        @Override
        public UnitAction action() {
            return UnitAction.SUSPEND;
        }
    }

    record Lift(String reason) implements UnitCommand {
        @Override
        public UnitAction action() {
            return UnitAction.LIFT;
        }
    }

    /** At the unit's wish, which the office has in writing. */
    record Remove(String reason) implements UnitCommand {
        @Override
        public UnitAction action() {
            return UnitAction.REMOVE;
        }
    }

    /**
     * For a violation.
     *
     * @param violation the case's number, where there is one
     */
    record Revoke(String reason, @Nullable String violation) implements UnitCommand {
        @Override
        public UnitAction action() {
            return UnitAction.REVOKE;
        }
    }
}
