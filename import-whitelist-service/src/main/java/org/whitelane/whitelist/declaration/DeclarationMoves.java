package org.whitelane.whitelist.declaration;

import static org.whitelane.whitelist.declaration.DeclarationAction.CANCEL;
import static org.whitelane.whitelist.declaration.DeclarationAction.DECLARE;
import static org.whitelane.whitelist.declaration.DeclarationAction.DROP;
import static org.whitelane.whitelist.declaration.DeclarationAction.EXPIRE;
import static org.whitelane.whitelist.declaration.DeclarationAction.PLAN;
import static org.whitelane.whitelist.declaration.DeclarationAction.RECEIVE;
import static org.whitelane.whitelist.declaration.DeclarationAction.RECEIVE_PART;
import static org.whitelane.whitelist.declaration.DeclarationAction.REFUSE;
import static org.whitelane.whitelist.declaration.DeclarationAction.RELEASE;
import static org.whitelane.whitelist.declaration.DeclarationAction.RESERVE;
import static org.whitelane.whitelist.declaration.DeclarationAction.RETURN;
import static org.whitelane.whitelist.declaration.DeclarationStatus.CANCELLED;
import static org.whitelane.whitelist.declaration.DeclarationStatus.DECLARED;
import static org.whitelane.whitelist.declaration.DeclarationStatus.EXPIRED;
import static org.whitelane.whitelist.declaration.DeclarationStatus.PLANNED;
import static org.whitelane.whitelist.declaration.DeclarationStatus.RECEIVED;
import static org.whitelane.whitelist.declaration.DeclarationStatus.REFUSED;
import static org.whitelane.whitelist.declaration.DeclarationStatus.RELEASED;
import static org.whitelane.whitelist.declaration.DeclarationStatus.RESERVED;
import static org.whitelane.whitelist.declaration.DeclarationStatus.RETURNED;

import org.whitelane.whitelist.declaration.DeclarationAction.Move;

import java.util.List;

/**
 * The one table of what may happen to a declaration; docs/lifecycles.md shows it and a test
 * compares.
 */
final class DeclarationMoves {

    static final List<Move> TABLE =
            List.of(
                    new Move(null, PLAN, PLANNED),
                    new Move(PLANNED, RESERVE, RESERVED),
                    new Move(PLANNED, CANCEL, CANCELLED),
                    new Move(PLANNED, DROP, CANCELLED),
                    new Move(RESERVED, DECLARE, DECLARED),
                    new Move(RESERVED, CANCEL, CANCELLED),
                    new Move(RESERVED, DROP, CANCELLED),
                    new Move(RESERVED, EXPIRE, EXPIRED),
                    new Move(DECLARED, RELEASE, RELEASED),
                    new Move(DECLARED, REFUSE, REFUSED),
                    new Move(DECLARED, RETURN, RETURNED),
                    new Move(RELEASED, RELEASE, RELEASED),
                    new Move(RELEASED, RECEIVE_PART, RELEASED),
                    new Move(RELEASED, RECEIVE, RECEIVED),
                    new Move(RELEASED, RETURN, RETURNED));

    private DeclarationMoves() {}

    /** What officers could do next. */
    static List<String> from(DeclarationStatus status) {
        return TABLE.stream()
                .filter(move -> move.from() == status && !move.action().who().roles().isEmpty())
                .map(move -> move.action().code())
                .toList();
    }
}
