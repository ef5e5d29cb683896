package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be done with a declaration, by whom, and the event it leaves. */
public enum DeclarationAction {
    PLAN(Who.UNIT, null, null),
    RESERVE(Who.UNIT, "reservation", "declaration-reserved.v1"),
    DECLARE(Who.CUSTOMS, null, "declaration-declared.v1"),
    RELEASE(Who.CUSTOMS, null, "declaration-released.v1"),
    REFUSE(Who.CUSTOMS, null, "declaration-refused.v1"),
    RETURN(Who.CUSTOMS, null, "declaration-returned.v1"),
    /** A part of what was released; more is to come. */
    RECEIVE_PART(Who.UNIT, null, "declaration-received.v1"),
    /** The last part: what has not arrived by then is given back. */
    RECEIVE(Who.UNIT, null, "declaration-received.v1"),
    CANCEL(Who.UNIT, null, "declaration-cancelled.v1"),
    /** Its entry was revoked, removed or has ended. */
    DROP(Who.SYSTEM, null, "declaration-cancelled.v1"),
    EXPIRE(Who.SYSTEM, "reservation", "declaration-expired.v1");

    private final Who who;
    private final @Nullable String limit;
    private final @Nullable String event;

    DeclarationAction(Who who, @Nullable String limit, @Nullable String event) {
        this.who = who;
        this.limit = limit;
        this.event = event;
    }

    public Who who() {
        return who;
    }

    /** The scheme's deadline that counts from it or ends with it. */
    public Optional<String> limit() {
        return Optional.ofNullable(limit);
    }

    /** The published event; plans stay inside. */
    public Optional<String> event() {
        return Optional.ofNullable(event);
    }

    /** As callers read it: {@code receive-part}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who makes a move. */
    public enum Who {
        /** The holder of the entry. */
        UNIT("APPLICANT_ADMIN", "RND_IMPORT_OFFICER"),
        /** An officer of a member agency at the scheme's table. */
        CUSTOMS("CUSTOMS_OFFICER"),
        /** Nobody asks: the day, or the end of the entry. */
        SYSTEM;

        private final List<String> roles;

        Who(String... roles) {
            this.roles = List.of(roles);
        }

        public List<String> roles() {
            return roles;
        }
    }

    /** One row of the table. */
    public record Move(
            @Nullable DeclarationStatus from, DeclarationAction action, DeclarationStatus to) {}

    Optional<DeclarationStatus> from(DeclarationStatus status) {
        return DeclarationMoves.TABLE.stream()
                .filter(move -> move.from() == status && move.action() == this)
                .map(Move::to)
                .findFirst();
    }
}
