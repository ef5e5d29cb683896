package org.whitelane.whitelist.declaration;

import java.util.EnumSet;
import java.util.Set;

/** Where an import stands; docs/lifecycles.md has the moves. */
public enum DeclarationStatus {
    PLANNED,
    /** The entry keeps the quantity for it. */
    RESERVED,
    /** Customs has the declaration. */
    DECLARED,
    /** Customs let it through, as a whole or in part. */
    RELEASED,
    RECEIVED,
    REFUSED,
    CANCELLED,
    /** Sent back before it arrived. */
    RETURNED,
    /** The reservation was not used in time. */
    EXPIRED;

    /** What ends when the entry does: goods that customs has are customs' to decide on. */
    static final Set<DeclarationStatus> BEFORE_CUSTOMS = Set.copyOf(EnumSet.of(PLANNED, RESERVED));
}
