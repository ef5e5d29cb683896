package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch on its way from a heap of recognised requests to a published part of the list. The
 * published {@link Batch} and its entries stand beside it under the same id.
 *
 * @param decisionDocument number of the joint document
 * @param requests in the order of the list
 * @param rounds how often it was frozen
 * @param frozen null while it is assembled
 * @param releaseAt the end of the embargo, while it is scheduled
 * @param version for optimistic locking
 */
public record BatchRoom(
        UUID id,
        String scheme,
        String decisionDocument,
        BatchStatus status,
        List<UUID> requests,
        int rounds,
        @Nullable FrozenContent frozen,
        List<BatchSignature> signatures,
        List<BatchStep> steps,
        @Nullable Instant releaseAt,
        int version) {

    public BatchRoom {
        requests = List.copyOf(requests);
        signatures = List.copyOf(signatures);
        steps = List.copyOf(steps);
    }

    static BatchRoom open(UUID id, String scheme, String decisionDocument, BatchStep step) {
        return begun(id, scheme, decisionDocument, BatchStatus.ASSEMBLING, step);
    }

    /** Units enter it one by one; no request is in it. */
    static BatchRoom takingOver(Batch batch, BatchStep step) {
        return begun(
                batch.id(),
                batch.scheme(),
                batch.decisionDocument(),
                BatchStatus.TRANSFERRING,
                step);
    }

    private static BatchRoom begun(
            UUID id, String scheme, String decisionDocument, BatchStatus status, BatchStep step) {
        return new BatchRoom(
                id,
                scheme,
                decisionDocument,
                status,
                List.of(),
                0,
                null,
                List.of(),
                List.of(step),
                null,
                1);
    }

    public Optional<BatchSignature> signatureOf(String agencyRole) {
        return signatures.stream().filter(s -> s.agencyRole().equals(agencyRole)).findFirst();
    }

    public Optional<BatchStep> lastStep(BatchAction action) {
        return steps.stream().filter(s -> s.action() == action).reduce((_, last) -> last);
    }

    boolean isOpen() {
        return BatchStatus.OPEN.contains(status);
    }

    BatchRoom moved(BatchStatus to, BatchStep step) {
        var newSteps = new ArrayList<>(steps);
        newSteps.add(step);
        return with(to, requests, frozen, signatures, newSteps, null);
    }

    BatchRoom withRequests(List<UUID> newRequests) {
        return with(status, newRequests, frozen, signatures, steps, releaseAt);
    }

    BatchRoom withFrozen(FrozenContent content) {
        return new BatchRoom(
                id,
                scheme,
                decisionDocument,
                status,
                requests,
                content.round(),
                content,
                List.of(),
                steps,
                releaseAt,
                version);
    }

    /** What was signed is void with what was frozen. */
    BatchRoom thawed() {
        return with(status, requests, null, List.of(), steps, releaseAt);
    }

    BatchRoom withSignature(BatchSignature signature) {
        var newSignatures = new ArrayList<>(signatures);
        newSignatures.add(signature);
        return with(status, requests, frozen, newSignatures, steps, releaseAt);
    }

    BatchRoom releasedAt(Instant at) {
        return with(status, requests, frozen, signatures, steps, at);
    }

    BatchRoom withVersion(int newVersion) {
        return new BatchRoom(
                id,
                scheme,
                decisionDocument,
                status,
                requests,
                rounds,
                frozen,
                signatures,
                steps,
                releaseAt,
                newVersion);
    }

    private BatchRoom with(
            BatchStatus newStatus,
            List<UUID> newRequests,
            @Nullable FrozenContent newFrozen,
            List<BatchSignature> newSignatures,
            List<BatchStep> newSteps,
            @Nullable Instant newReleaseAt) {
        return new BatchRoom(
                id,
                scheme,
                decisionDocument,
                newStatus,
                newRequests,
                rounds,
                newFrozen,
                newSignatures,
                newSteps,
                newReleaseAt,
                version);
    }
}
