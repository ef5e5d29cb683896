package org.whitelane.whitelist.entry;

import static org.whitelane.whitelist.entry.EntryAction.ACTIVATE;
import static org.whitelane.whitelist.entry.EntryAction.CHANGE;
import static org.whitelane.whitelist.entry.EntryAction.EXHAUST;
import static org.whitelane.whitelist.entry.EntryAction.EXPIRE;
import static org.whitelane.whitelist.entry.EntryAction.LIFT;
import static org.whitelane.whitelist.entry.EntryAction.PUBLISH;
import static org.whitelane.whitelist.entry.EntryAction.REMOVE;
import static org.whitelane.whitelist.entry.EntryAction.RENEW;
import static org.whitelane.whitelist.entry.EntryAction.REPLENISH;
import static org.whitelane.whitelist.entry.EntryAction.REVOKE;
import static org.whitelane.whitelist.entry.EntryAction.SUSPEND;
import static org.whitelane.whitelist.entry.EntryStatus.ACTIVE;
import static org.whitelane.whitelist.entry.EntryStatus.EXHAUSTED;
import static org.whitelane.whitelist.entry.EntryStatus.EXPIRED;
import static org.whitelane.whitelist.entry.EntryStatus.PENDING;
import static org.whitelane.whitelist.entry.EntryStatus.REMOVED;
import static org.whitelane.whitelist.entry.EntryStatus.REVOKED;
import static org.whitelane.whitelist.entry.EntryStatus.SUSPENDED;

import org.whitelane.whitelist.entry.EntryAction.Move;

import java.util.List;

/**
 * The one table of what may happen to an entry; docs/lifecycles.md shows it and a test compares.
 * Lifting leads to ACTIVE, and where all of the quota is taken on to EXHAUSTED in the same step. A
 * request that a batch publishes can remove an entry too.
 */
final class EntryMoves {

    static final List<Move> TABLE =
            List.of(
                    new Move(null, PUBLISH, ACTIVE),
                    new Move(null, PUBLISH, PENDING),
                    new Move(PENDING, ACTIVATE, ACTIVE),
                    new Move(PENDING, EXPIRE, EXPIRED),
                    new Move(PENDING, REMOVE, REMOVED),
                    new Move(PENDING, REVOKE, REVOKED),
                    new Move(ACTIVE, EXHAUST, EXHAUSTED),
                    new Move(ACTIVE, CHANGE, ACTIVE),
                    new Move(ACTIVE, CHANGE, EXHAUSTED),
                    new Move(ACTIVE, RENEW, ACTIVE),
                    new Move(ACTIVE, SUSPEND, SUSPENDED),
                    new Move(ACTIVE, EXPIRE, EXPIRED),
                    new Move(ACTIVE, REMOVE, REMOVED),
                    new Move(ACTIVE, REVOKE, REVOKED),
                    new Move(EXHAUSTED, REPLENISH, ACTIVE),
                    new Move(EXHAUSTED, SUSPEND, SUSPENDED),
                    new Move(EXHAUSTED, EXPIRE, EXPIRED),
                    new Move(EXHAUSTED, REMOVE, REMOVED),
                    new Move(EXHAUSTED, REVOKE, REVOKED),
                    new Move(SUSPENDED, LIFT, ACTIVE),
                    new Move(SUSPENDED, EXPIRE, EXPIRED),
                    new Move(SUSPENDED, REMOVE, REMOVED),
                    new Move(SUSPENDED, REVOKE, REVOKED));

    private EntryMoves() {}

    /** What officers could do next. */
    static List<String> from(EntryStatus status) {
        return TABLE.stream()
                .filter(move -> move.from() == status && !move.action().who().roles().isEmpty())
                .map(move -> move.action().code())
                .toList();
    }
}
