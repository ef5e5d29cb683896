package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be done with an entry, by whom, and the event it leaves. */
public enum EntryAction {
    PUBLISH(Who.OFFICE, "entry-activated.v1"),
    ACTIVATE(Who.SYSTEM, "entry-activated.v1"),
    EXHAUST(Who.SYSTEM, "entry-exhausted.v1"),
    REPLENISH(Who.SYSTEM, "quota-released.v1"),
    CHANGE(Who.BATCH, "entry-changed.v1"),
    RENEW(Who.BATCH, "entry-renewed.v1"),
    SUSPEND(Who.OFFICE_OR_CUSTOMS, "entry-suspended.v1"),
    LIFT(Who.OFFICE_OR_CUSTOMS, "entry-lifted.v1"),
    EXPIRE(Who.SYSTEM, "entry-expired.v1"),
    REMOVE(Who.OFFICE, "entry-removed.v1"),
    REVOKE(Who.OFFICE, "entry-revoked.v1");

    private final Who who;
    private final String event;

    EntryAction(Who who, String event) {
        this.who = who;
        this.event = event;
    }

    public Who who() {
        return who;
    }

    public String event() {
        return event;
    }

    /** As callers read it: {@code suspend}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who makes a move: an agency at the scheme's table, with the officer's role. */
    public enum Who {
        /** The scheme's office. */
        OFFICE("MUNICIPAL_OFFICE"),
        /** The office, or a customs officer of a member agency. */
        OFFICE_OR_CUSTOMS("MUNICIPAL_OFFICE", "CUSTOMS_OFFICER"),
        /** Nobody asks for it at the entry: a batch publishes a request for it. */
        BATCH,
        /** Nobody asks: the day, or the quota. */
        SYSTEM;

        private final List<String> roles;

        Who(String... roles) {
            this.roles = List.of(roles);
        }

        public List<String> roles() {
            return roles;
        }

        public String inWords() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** One row of the table. */
    public record Move(@Nullable EntryStatus from, EntryAction action, EntryStatus to) {}

    /** Every move there is. */
    public static List<Move> table() {
        return EntryMoves.TABLE;
    }

    /** Where the move leads from there; empty where it is none. */
    public Optional<EntryStatus> from(EntryStatus status) {
        return EntryMoves.TABLE.stream()
                .filter(move -> move.from() == status && move.action() == this)
                .map(Move::to)
                .findFirst();
    }
}
