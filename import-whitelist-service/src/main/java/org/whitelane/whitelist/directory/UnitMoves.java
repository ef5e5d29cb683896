package org.whitelane.whitelist.directory;

import static org.whitelane.whitelist.directory.UnitAction.EXPIRE;
import static org.whitelane.whitelist.directory.UnitAction.LIFT;
import static org.whitelane.whitelist.directory.UnitAction.LIST;
import static org.whitelane.whitelist.directory.UnitAction.REMOVE;
import static org.whitelane.whitelist.directory.UnitAction.REVOKE;
import static org.whitelane.whitelist.directory.UnitAction.SUSPEND;
import static org.whitelane.whitelist.directory.UnitStatus.ACTIVE;
import static org.whitelane.whitelist.directory.UnitStatus.EXPIRED;
import static org.whitelane.whitelist.directory.UnitStatus.REMOVED;
import static org.whitelane.whitelist.directory.UnitStatus.REVOKED;
import static org.whitelane.whitelist.directory.UnitStatus.SUSPENDED;

import org.whitelane.whitelist.directory.UnitAction.Move;

import java.util.List;
import java.util.Optional;

/**
 * The one table of what may happen to a unit's place; docs/lifecycles.md shows it and a test
 * compares. The replacement of a scheme removes places, too.
 */
final class UnitMoves {

    static final List<Move> TABLE =
            List.of(
                    new Move(null, LIST, ACTIVE),
                    new Move(ACTIVE, SUSPEND, SUSPENDED),
                    new Move(ACTIVE, EXPIRE, EXPIRED),
                    new Move(ACTIVE, REMOVE, REMOVED),
                    new Move(ACTIVE, REVOKE, REVOKED),
                    new Move(SUSPENDED, LIFT, ACTIVE),
                    new Move(SUSPENDED, EXPIRE, EXPIRED),
                    new Move(SUSPENDED, REMOVE, REMOVED),
                    new Move(SUSPENDED, REVOKE, REVOKED));

    private UnitMoves() {}

    /** Where the move leads from there; empty where it is none. */
    static Optional<UnitStatus> to(UnitStatus from, UnitAction action) {
        return TABLE.stream()
                .filter(move -> move.from() == from && move.action() == action)
                .map(Move::to)
                .findFirst();
    }

    /** What the office could do next. */
    static List<String> from(UnitStatus status) {
        return TABLE.stream()
                .filter(move -> move.from() == status)
                .map(Move::action)
                .filter(action -> action.who() == UnitAction.Who.OFFICE)
                .map(UnitAction::code)
                .toList();
    }
}
