package org.whitelane.whitelist.batch;

import static org.whitelane.whitelist.batch.BatchOutcome.refused;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.Ties;
import org.whitelane.whitelist.scheme.Members;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an officer may do with a batch, whatever its status. Pure.
 *
 * @param ties by which names its requests may know the officer's organisation
 */
public record BatchStanding(BatchRoom room, Members members, Officer officer, Ties ties) {

    private static final Set<BatchAction> PUBLISHING =
            Set.of(BatchAction.PUBLISH, BatchAction.SCHEDULE);

    /** Until it is published it is the table's alone; auditors read what has happened. */
    public boolean maySee() {
        return members.isMember(officer.organisation())
                || (officer.isAuditor() && room.status() == BatchStatus.PUBLISHED);
    }

    /** What the officer could do next. */
    public List<BatchAction> allowed() {
        return BatchMoves.from(room.status()).stream()
                .filter(action -> objection(action).isEmpty())
                .filter(action -> action != BatchAction.SIGN || mySignatureIsMissing())
                .toList();
    }

    private boolean mySignatureIsMissing() {
        return members.roleOf(officer.organisation())
                .filter(role -> room.signatureOf(role).isEmpty())
                .isPresent();
    }

    Optional<BatchOutcome> objection(BatchAction action) {
        if (action.who() == BatchWho.CLOCK) {
            return Optional.empty();
        }
        if (!maySee()) {
            return Optional.of(
                    refused(
                            BatchRefusal.NOT_FOUND,
                            "Batch %s was not found.".formatted(room.id())));
        }
        if (!officer.hasAnyOf(action.who().roles())) {
            return Optional.of(
                    refused(
                            BatchRefusal.ROLE_MISSING,
                            "To %s needs the role %s."
                                    .formatted(
                                            action.code(),
                                            String.join(" or ", action.who().roles()))));
        }
        return action.who() == BatchWho.OFFICE
                ? asOffice().or(() -> asPublisher(action))
                : asSignatory();
    }

    private Optional<BatchOutcome> asOffice() {
        return members.office().filter(officer::actsFor).isPresent()
                ? Optional.empty()
                : Optional.of(
                        refused(
                                BatchRefusal.NOT_THE_OFFICE,
                                "Only the scheme's office (%s) does this."
                                        .formatted(members.governance().lead())));
    }

    private Optional<BatchOutcome> asPublisher(BatchAction action) {
        var frozen = room.frozen();
        // without it the move table refuses
        return frozen == null || !PUBLISHING.contains(action)
                ? Optional.empty()
                : ownBusiness(frozen);
    }

    private Optional<BatchOutcome> asSignatory() {
        var frozen = room.frozen();
        if (frozen == null) {
            // the move table refuses it
            return Optional.empty();
        }
        var role = members.roleOf(officer.organisation());
        if (role.filter(frozen.signatories()::contains).isEmpty()) {
            return Optional.of(
                    refused(
                            BatchRefusal.DUTY_MISSING,
                            "The organisation has not to sign; these have: %s."
                                    .formatted(String.join(", ", frozen.signatories()))));
        }
        return ownBusiness(frozen);
    }

    /** Never fail open: whoever may be named by a code that is not here yet may be involved. */
    private Optional<BatchOutcome> ownBusiness(FrozenContent frozen) {
        if (ties.meet(frozen.holders())) {
            return Optional.of(
                    refused(
                            BatchRefusal.OWN_REQUEST,
                            "Nobody signs or publishes a request that is their own organisation's:"
                                    + " its applicant or an agent, or its project's owner or"
                                    + " CRO."));
        }
        return ties.known()
                ? Optional.empty()
                : Optional.of(
                        refused(
                                BatchRefusal.PARTY_NOT_KNOWN_YET,
                                "What the registry tells of the officer's organisation has not"
                                        + " arrived here yet."));
    }
}
