package org.whitelane.whitelist.batch;

import static org.whitelane.whitelist.batch.BatchOutcome.refused;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.batch.BatchBrief.Named;
import org.whitelane.whitelist.batch.BatchOutcome.Accepted;
import org.whitelane.whitelist.batch.BatchOutcome.BatchFinding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What goes into a batch, and that it can be fixed. Pure. */
record Assembling(BatchRoom room, BatchBrief at) {

    /** As long as a list that people still read before they sign it. */
    static final int MOST = 200;

    BatchOutcome add(List<UUID> ids) {
        var seen = new HashSet<>(room.requests());
        var findings = new ArrayList<BatchFinding>();
        for (var i = 0; i < ids.size(); i++) {
            var named = at.named().get(i);
            var objection =
                    seen.add(named.id())
                            ? admission(i, named)
                            : new BatchFinding(
                                    i,
                                    BatchRefusal.REQUEST_TWICE,
                                    "Request %s is named twice.".formatted(named.id()));
            if (objection != null) {
                findings.add(objection);
            }
        }
        if (!findings.isEmpty()) {
            return refused(findings);
        }
        var all = Stream.concat(room.requests().stream(), ids.stream()).toList();
        return all.size() > MOST
                ? refused(
                        BatchRefusal.BATCH_FULL,
                        "A batch has at most %d requests; these would be %d."
                                .formatted(MOST, all.size()))
                : new Accepted(room.withRequests(all));
    }

    private @Nullable BatchFinding admission(int index, Named named) {
        var request = named.request();
        if (request == null || !request.wasSubmitted()) {
            return new BatchFinding(
                    index,
                    BatchRefusal.REQUEST_NOT_FOUND,
                    "Request %s was not found.".formatted(named.id()));
        }
        if (!request.scheme().code().equals(room.scheme())) {
            return new BatchFinding(
                    index,
                    BatchRefusal.OTHER_SCHEME,
                    "Request %s is of another scheme.".formatted(named.id()));
        }
        return recognised(index, request);
    }

    private static @Nullable BatchFinding recognised(int index, WhitelistRequest request) {
        return request.status() == RequestStatus.RECOGNISED
                ? null
                : new BatchFinding(
                        index,
                        BatchRefusal.REQUEST_NOT_RECOGNISED,
                        "Request %s is %s, not RECOGNISED."
                                .formatted(request.id(), request.status()));
    }

    BatchOutcome remove(List<UUID> ids) {
        var missing =
                IntStream.range(0, ids.size())
                        .filter(i -> !room.requests().contains(ids.get(i)))
                        .mapToObj(
                                i ->
                                        new BatchFinding(
                                                i,
                                                BatchRefusal.REQUEST_NOT_IN_BATCH,
                                                "Request %s is not in the batch."
                                                        .formatted(ids.get(i))))
                        .toList();
        return missing.isEmpty()
                ? new Accepted(
                        room.withRequests(
                                room.requests().stream().filter(id -> !ids.contains(id)).toList()))
                : refused(missing);
    }

    /** What was withdrawn meanwhile, or is in doubt, is not put before the agencies. */
    BatchOutcome freeze(Officer officer) {
        if (room.requests().isEmpty()) {
            return refused(BatchRefusal.BATCH_EMPTY, "There is nothing in the batch.");
        }
        var signatories = at.signatories();
        if (signatories.isEmpty()) {
            return refused(
                    BatchRefusal.MEMBERS_NOT_BOUND, "The scheme does not tell who has to sign.");
        }
        var empty =
                signatories.stream().filter(r -> !at.members().byRole().containsKey(r)).toList();
        if (!empty.isEmpty()) {
            return refused(
                    BatchRefusal.MEMBERS_NOT_BOUND,
                    "These must sign, and have no organisation yet: %s."
                            .formatted(String.join(", ", empty)));
        }
        var findings =
                IntStream.range(0, at.named().size())
                        .mapToObj(i -> firmness(i, at.named().get(i)))
                        .filter(Objects::nonNull)
                        .toList();
        return findings.isEmpty()
                ? new Accepted(
                        room.withFrozen(
                                FrozenContent.of(
                                        room,
                                        requests(),
                                        signatories,
                                        officer.subject(),
                                        at.now())))
                : refused(findings);
    }

    private @Nullable BatchFinding firmness(int index, Named named) {
        var objection = admission(index, named);
        if (objection != null || named.request() == null) {
            return objection;
        }
        var questions = named.request().questions().stream().filter(Question::stands).toList();
        return questions.isEmpty()
                ? null
                : new BatchFinding(
                        index,
                        BatchRefusal.REQUEST_QUESTIONED,
                        "Request %s is in doubt: %s"
                                .formatted(
                                        named.id(),
                                        String.join("; ", questions.getLast().reasons())));
    }

    private List<WhitelistRequest> requests() {
        return at.named().stream().map(Named::request).map(Objects::requireNonNull).toList();
    }
}
