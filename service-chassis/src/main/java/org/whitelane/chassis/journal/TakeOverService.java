package org.whitelane.chassis.journal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.web.Problem;
import org.whitelane.events.Topic;

import java.util.HashSet;
import java.util.Map;

/**
 * Takes events over from a topic that the journal has lost, byte for byte and each at its old
 * place. Only the application's role may write entries and only the relay's role gives places, so
 * this leaves them pending under the places they had, and the sequencer links them or refuses.
 */
final class TakeOverService {

    private final TransactionTemplate transaction;
    private final TakenOver takenOver;
    private final Links links;
    private final TopicScan topics;
    private final Journal journal;

    TakeOverService(
            TransactionTemplate transaction,
            TakenOver takenOver,
            Links links,
            TopicScan topics,
            Journal journal) {
        this.transaction = transaction;
        this.takenOver = takenOver;
        this.links = links;
        this.topics = topics;
        this.journal = journal;
    }

    /**
     * @param first position taken over
     * @param last position taken over
     */
    record Done(String stream, long first, long last) {}

    Done takeOver(String stream, String reason, String actor) {
        var head = links.head(stream).filter(_ -> Topic.named(stream).isPresent());
        if (head.isEmpty()) {
            throw Problem.notFound("The stream");
        }
        requireBehind(stream);
        var tail = new LostTail(head.get());
        topics.each(stream, tail::add);
        return switch (tail.verdict()) {
            case LostTail.Verdict.Nothing() -> throw notBehind(stream);
            case LostTail.Verdict.Broken(var position, var why) ->
                    throw Problem.conflict(
                            "chain-broken",
                            "Nothing was taken over, because of position %d: %s."
                                    .formatted(position, why));
            case LostTail.Verdict.Continues continues ->
                    transaction.execute(
                            _ -> {
                                takenOver.lock(stream);
                                requireBehind(stream);
                                insert(stream, continues);
                                return finish(
                                        stream, continues, PrivatePart.by(actor).because(reason));
                            });
        };
    }

    /** Read once more, since only hashes were kept; what is not the same any more is not taken. */
    private void insert(String stream, LostTail.Verdict.Continues continues) {
        var left = new HashSet<>(continues.leaves().keySet());
        topics.each(
                stream,
                arrived -> {
                    if (left.contains(arrived.position()) && continues.holds(arrived)) {
                        left.remove(arrived.position());
                        insert(stream, arrived);
                    }
                });
        if (!left.isEmpty()) {
            throw Problem.conflict(
                    "topic-changed",
                    "Nothing was taken over: the topic of %s changed meanwhile.".formatted(stream));
        }
    }

    private void insert(String stream, Arrived arrived) {
        try {
            takenOver.add(stream, arrived);
        } catch (DuplicateKeyException e) {
            var event = arrived.attributes();
            throw Problem.conflict(
                    "saved-since-restore",
                    "Nothing was taken over: version %d of %s was saved anew since the restore; restore again, with no callers."
                            .formatted(event.aggregateVersion(), event.subject()));
        }
    }

    private Done finish(
            String stream, LostTail.Verdict.Continues continues, PrivatePart privatePart) {
        takenOver.resume(stream);
        var done = new Done(stream, continues.leaves().firstKey(), continues.leaves().lastKey());
        journal.append(
                new InternalEvent(
                        "org.whitelane.chassis.stream-taken-over.v1",
                        stream,
                        Map.of("stream", stream, "first", done.first(), "last", done.last())),
                privatePart);
        return done;
    }

    private void requireBehind(String stream) {
        if (!takenOver.isBehind(stream)) {
            throw notBehind(stream);
        }
    }

    private static Problem notBehind(String stream) {
        return Problem.conflict(
                "not-behind",
                "The topic of %s holds nothing that the journal lacks.".formatted(stream));
    }
}
