package org.whitelane.registry.organisation;

import java.util.List;

/** What came of a move. */
public sealed interface MoveOutcome {

    record Moved(Organisation organisation) implements MoveOutcome {}

    record IllegalMove(
            OrganisationMove move, OrganisationStatus status, List<OrganisationMove> allowed)
            implements MoveOutcome {}

    /** The caller has read another version. */
    record OtherVersion(long current) implements MoveOutcome {}
}
