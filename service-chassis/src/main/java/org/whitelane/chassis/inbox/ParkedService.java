package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.database.AfterCommit;
import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.chassis.web.Problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** The operator's actions, each one transaction with its entry in the journal. */
final class ParkedService {

    private final TransactionTemplate transaction;
    private final Releases releases;
    private final InboxListeners listeners;
    private final Journal journal;

    ParkedService(
            TransactionTemplate transaction,
            Releases releases,
            InboxListeners listeners,
            Journal journal) {
        this.transaction = transaction;
        this.releases = releases;
        this.listeners = listeners;
        this.journal = journal;
    }

    Parked find(UUID id) {
        return releases.find(id);
    }

    /**
     * @param expected the versions of the record that the operator acts on
     */
    Parked replay(UUID id, String actor, LongPredicate expected) {
        return act(
                id,
                before -> {
                    var consumer = consumer(before);
                    if (consumer == null) {
                        throw consumerGone();
                    }
                    return releases.replay(consumer, before, expected);
                },
                "org.whitelane.chassis.parked-record-replayed.v1",
                PrivatePart.by(actor));
    }

    Parked skip(UUID id, String reason, String actor, LongPredicate expected) {
        return act(
                id,
                before -> {
                    var consumer = consumer(before);
                    if (consumer == null) {
                        throw consumerGone();
                    }
                    return releases.skipTo(consumer, before, reason, expected);
                },
                "org.whitelane.chassis.missing-versions-skipped.v1",
                PrivatePart.by(actor).because(reason));
    }

    private static Problem consumerGone() {
        return Problem.conflict("consumer-gone", "This service has no such consumer any more.");
    }

    Parked discard(UUID id, String reason, String actor, LongPredicate expected) {
        return act(
                id,
                before -> releases.discard(consumer(before), before, reason, expected),
                "org.whitelane.chassis.parked-record-discarded.v1",
                PrivatePart.by(actor).because(reason));
    }

    private Parked act(
            UUID id, Function<Parked, Tally> action, String type, PrivatePart privatePart) {
        try {
            return transaction.execute(
                    _ -> {
                        var before = releases.find(id);
                        var tally = action.apply(before);
                        var after = releases.find(id);
                        journal.append(
                                new InternalEvent(type, id.toString(), audit(after, tally)),
                                privatePart);
                        countOnceCommitted(after, tally);
                        return after;
                    });
        } catch (Unavailable e) {
            throw Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "part-unavailable",
                    "A part that the consumer needs is away; nothing was changed.");
        }
    }

    /** The transaction may be that of a caller's key, and end later than this. */
    private void countOnceCommitted(Parked after, Tally tally) {
        var listener = listeners.named(after.lane().consumer());
        if (listener != null) {
            AfterCommit.run(() -> listener.counters().count(tally));
        }
    }

    private static Map<String, Object> audit(Parked after, Tally tally) {
        var data = new LinkedHashMap<String, Object>();
        data.put("consumer", after.lane().consumer());
        data.put("topic", after.lane().topic());
        data.put("aggregate", after.lane().aggregate());
        if (after.version() != null) {
            data.put("version", after.version());
        }
        data.put("partition", after.raw().partition());
        data.put("offset", after.raw().offset());
        data.put("status", after.status().name());
        data.put("applied", tally.applied());
        return data;
    }

    private @Nullable InboxConsumer consumer(Parked parked) {
        var listener = listeners.named(parked.lane().consumer());
        return listener == null ? null : listener.consumer();
    }
}
