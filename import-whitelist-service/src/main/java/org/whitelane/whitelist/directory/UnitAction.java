package org.whitelane.whitelist.directory;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** What can be done with a unit's place, by whom, and the event it leaves. */
public enum UnitAction {
    LIST(Who.BATCH, "unit-listed.v1"),
    SUSPEND(Who.OFFICE, "unit-suspended.v1"),
    LIFT(Who.OFFICE, "unit-restored.v1"),
    EXPIRE(Who.SYSTEM, "unit-delisted.v1"),
    REMOVE(Who.OFFICE, "unit-delisted.v1"),
    REVOKE(Who.OFFICE, "unit-delisted.v1");

    private final Who who;
    private final String event;

    UnitAction(Who who, String event) {
        this.who = who;
        this.event = event;
    }

    public Who who() {
        return who;
    }

    /** Without the prefix. */
    public String event() {
        return event;
    }

    /** As callers read it: {@code suspend}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public enum Who {
        /** The scheme's office (MUNICIPAL_OFFICE). */
        OFFICE,
        /** Nobody asks for it at the place: a batch lists the unit. */
        BATCH,
        /** Nobody: the day. */
        SYSTEM
    }

    /** One row of the table. */
    public record Move(@Nullable UnitStatus from, UnitAction action, UnitStatus to) {}

    /** Every move there is. */
    public static List<Move> table() {
        return UnitMoves.TABLE;
    }
}
