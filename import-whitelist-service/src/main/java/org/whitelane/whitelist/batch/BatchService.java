package org.whitelane.whitelist.batch;

import static org.whitelane.whitelist.batch.BatchOutcome.refused;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.whitelane.whitelist.batch.BatchOutcome.Accepted;
import org.whitelane.whitelist.batch.BatchOutcome.BatchFinding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** Load, decide, save, tell: the use cases of a batch. */
@Service
public class BatchService {

    private final BatchRooms rooms;
    private final BatchBriefing briefing;
    private final Publication publication;
    private final Schemes schemes;
    private final BatchTelling telling;

    BatchService(
            BatchRooms rooms,
            BatchBriefing briefing,
            Publication publication,
            Schemes schemes,
            BatchTelling telling) {
        this.rooms = rooms;
        this.briefing = briefing;
        this.publication = publication;
        this.schemes = schemes;
        this.telling = telling;
    }

    /**
     * @param requests in the order in which the list is to show them; more can come later
     */
    @Transactional
    public BatchOutcome open(
            String scheme, String decisionDocument, List<UUID> requests, Officer officer) {
        var known = schemes.newest(scheme);
        if (known.isEmpty()) {
            return refused(BatchRefusal.UNKNOWN_SCHEME, "There is no scheme " + scheme + ".");
        }
        if (schemes.members(known.get()).office().filter(officer::actsFor).isEmpty()) {
            return refused(
                    BatchRefusal.NOT_THE_OFFICE,
                    "Only the scheme's office (%s) does this."
                            .formatted(known.get().governance().lead()));
        }
        var room = telling.opened(scheme, decisionDocument, officer);
        rooms.add(room);
        telling.moved(room, BatchAction.OPEN, officer);
        return requests.isEmpty()
                ? new Accepted(room)
                : decide(room, new BatchCommand.Add(requests), officer, _ -> true);
    }

    /**
     * @param expected the versions that the caller acts on
     */
    @Transactional
    public BatchOutcome decide(
            UUID id, BatchCommand command, Officer officer, LongPredicate expected) {
        return rooms.lock(id)
                .map(room -> decide(room, command, officer, expected))
                .orElseGet(
                        () ->
                                refused(
                                        BatchRefusal.NOT_FOUND,
                                        "Batch %s was not found.".formatted(id)));
    }

    /** Empty when it is not due, or somebody else is at it. */
    @Transactional
    public Optional<BatchOutcome> atTheEnd(UUID id, BatchCommand command, Instant now) {
        return rooms.lockDue(id, now)
                .map(
                        room -> {
                            var scheme = schemes.newest(room.scheme()).orElseThrow();
                            var office = schemes.members(scheme).office().orElse(null);
                            var clock = new Officer(Officer.system().subject(), office, Set.of());
                            return decide(room, command, clock, _ -> true);
                        });
    }

    private BatchOutcome decide(
            BatchRoom room, BatchCommand command, Officer officer, LongPredicate expected) {
        var brief = briefing.of(room, command, officer, expected);
        var outcome = BatchDecider.decide(room, command, officer, brief);
        if (outcome instanceof BatchOutcome.Refused(var code, _, _)
                && code == BatchRefusal.ILLEGAL_MOVE) {
            telling.refused(room, command.action(), officer);
        }
        return outcome instanceof Accepted(var moved)
                ? carryOut(room, moved, command, officer)
                : undone(outcome);
    }

    private BatchOutcome carryOut(
            BatchRoom before, BatchRoom after, BatchCommand command, Officer officer) {
        var obstacle = effect(before, command, officer);
        if (obstacle.isPresent()) {
            return undone(obstacle.get());
        }
        if (!after.isOpen()) {
            rooms.vacate(after.id(), after.requests());
        }
        var saved = rooms.save(after);
        telling.moved(saved, command.action(), officer);
        return new Accepted(saved);
    }

    /** What stands against it, when it cannot be done after all. */
    private Optional<BatchOutcome> effect(BatchRoom room, BatchCommand command, Officer officer) {
        return switch (command) {
            case BatchCommand.Add(var requests) -> occupied(room, requests);
            case BatchCommand.Remove(var requests) -> {
                rooms.vacate(room.id(), requests);
                yield Optional.empty();
            }
            case BatchCommand.Publish _, BatchCommand.Release _ ->
                    publication.publish(room, officer);
            case BatchCommand.Freeze _,
                    BatchCommand.Sign _,
                    BatchCommand.Unfreeze _,
                    BatchCommand.Schedule _,
                    BatchCommand.Recall _,
                    BatchCommand.HandBack _,
                    BatchCommand.Abandon _ ->
                    Optional.empty();
        };
    }

    private Optional<BatchOutcome> occupied(BatchRoom room, List<UUID> requests) {
        var elsewhere = rooms.occupy(room.id(), requests);
        var findings =
                IntStream.range(0, requests.size())
                        .filter(i -> elsewhere.contains(requests.get(i)))
                        .mapToObj(
                                i ->
                                        new BatchFinding(
                                                i,
                                                BatchRefusal.REQUEST_IN_OTHER_BATCH,
                                                "Request %s is in another open batch."
                                                        .formatted(requests.get(i))))
                        .toList();
        return findings.isEmpty() ? Optional.empty() : Optional.of(refused(findings));
    }

    /** Whatever was done on the way: a room that was opened, requests saved, a number drawn. */
    private static BatchOutcome undone(BatchOutcome outcome) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return outcome;
    }
}
