package org.whitelane.whitelist.batch;

import static org.whitelane.whitelist.batch.BatchOutcome.refused;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.batch.BatchOutcome.Accepted;
import org.whitelane.whitelist.core.Officer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides a command on a batch. Pure: everything it looks at is handed in. First who the officer
 * is, then whether {@link BatchMoves} has the move, then what the move itself asks. What stands
 * against publishing a request is asked of the request by {@link Publication}.
 */
final class BatchDecider {

    private final BatchRoom room;
    private final Officer officer;
    private final BatchBrief at;

    private BatchDecider(BatchRoom room, Officer officer, BatchBrief at) {
        this.room = room;
        this.officer = officer;
        this.at = at;
    }

    static BatchOutcome decide(
            BatchRoom room, BatchCommand command, Officer officer, BatchBrief at) {
        var objection =
                new BatchStanding(room, at.members(), officer, at.ties())
                        .objection(command.action());
        if (objection.isPresent()) {
            return objection.get();
        }
        if (!at.expected().test(room.version())) {
            return new BatchOutcome.OtherVersion(room.version());
        }
        var targets = BatchMoves.targets(room.status(), command.action());
        return targets.isEmpty()
                ? refused(BatchRefusal.ILLEGAL_MOVE, illegal(room.status(), command.action()))
                : new BatchDecider(room, officer, at).make(targets, command);
    }

    private static String illegal(BatchStatus status, BatchAction action) {
        var allowed = BatchMoves.from(status);
        return "A batch that is %s cannot %s; it can: %s."
                .formatted(
                        status,
                        action.code(),
                        allowed.isEmpty()
                                ? "nothing, this is its end"
                                : allowed.stream()
                                        .map(BatchAction::code)
                                        .collect(Collectors.joining(", ")));
    }

    private BatchOutcome make(List<BatchStatus> targets, BatchCommand command) {
        var assembling = new Assembling(room, at);
        var seal = new Seal(room, officer, at);
        return switch (command) {
            case BatchCommand.Add(var requests) -> moved(command, assembling.add(requests));
            case BatchCommand.Remove(var requests) -> moved(command, assembling.remove(requests));
            case BatchCommand.Freeze() -> moved(command, assembling.freeze(officer));
            case BatchCommand.Sign sign -> seal.sign(sign);
            case BatchCommand.Publish(var early) ->
                    seal.breaking(at.today(), early, () -> moved(command, early, room));
            case BatchCommand.Schedule schedule ->
                    seal.schedule(
                            schedule,
                            () ->
                                    scheduled(
                                            moved(command, schedule.earlyReason(), room),
                                            schedule));
            case BatchCommand.Release() -> seal.intact(() -> moved(command, null, room));
            case BatchCommand.Recall(var reason) -> moved(command, reason, room);
            case BatchCommand.Unfreeze(var reason) -> moved(command, reason, room.thawed());
            case BatchCommand.Abandon(var reason) -> moved(command, reason, room);
            case BatchCommand.HandBack(var reason, var findings) ->
                    new Accepted(
                            room.thawed()
                                    .moved(
                                            targets.getFirst(),
                                            new BatchStep(
                                                    command.action(),
                                                    at.now(),
                                                    officer.subject(),
                                                    reason,
                                                    findings)));
        };
    }

    private static BatchOutcome scheduled(BatchOutcome outcome, BatchCommand.Schedule schedule) {
        return outcome instanceof Accepted(var moved)
                ? new Accepted(moved.releasedAt(schedule.at()))
                : outcome;
    }

    /** The room as the command leaves it, moved. */
    private BatchOutcome moved(BatchCommand command, BatchOutcome changed) {
        return changed instanceof Accepted(var after) ? moved(command, null, after) : changed;
    }

    private BatchOutcome moved(BatchCommand command, @Nullable String reason, BatchRoom to) {
        var target = BatchMoves.targets(room.status(), command.action()).getFirst();
        return new Accepted(to.moved(target, at.step(command.action(), officer, reason)));
    }
}
