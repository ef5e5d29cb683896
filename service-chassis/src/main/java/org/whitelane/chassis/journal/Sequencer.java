package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.events.Chain;
import org.whitelane.events.Topic;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Gives pending entries their places: position and hash, in the order of entry ids. Runs on the
 * leader's session only.
 */
final class Sequencer {

    private static final Logger log = LoggerFactory.getLogger(Sequencer.class);

    private static final String LOCK_HEAD =
            "select incarnation, position, hash from journal_head where stream = :stream for"
                    + " update";

    private static final String LINK =
            """
            with linked as (
                insert into journal_link (stream, position, entry_id, leaf, hash)
                select :stream, * from unnest(:positions::bigint[], :entries::bigint[], :leaves::bytea[], :hashes::bytea[])
                returning entry_id),
            moved as (
                update journal_head set position = :position, hash = :hash where stream = :stream)
            delete from journal_pending where entry_id in (select entry_id from linked)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final StreamStates states;
    private final Comparison comparison;
    private final PendingQueue queue;

    /** Streams in which nothing can be placed, until an operator resumes them. */
    private final Set<String> blocked = new TreeSet<>();

    Sequencer(LeaderSession session, Comparison comparison, JournalSettings settings) {
        this.states = new StreamStates(session.jdbc());
        this.comparison = comparison;
        this.jdbc = session.jdbc();
        this.transaction = session.transaction();
        this.queue = new PendingQueue(jdbc, settings.batch(), settings.batchBytes());
    }

    /**
     * Gives every stream of the service its first head, so that a feed can be read before anything
     * happened.
     */
    List<String> openStreams(String service) {
        var streams =
                Stream.concat(
                                Arrays.stream(Topic.values())
                                        .filter(topic -> topic.context().equals(service))
                                        .map(Topic::topicName),
                                Stream.of(JdbcJournal.internalStream(service)))
                        .toList();
        transaction.executeWithoutResult(status -> streams.forEach(this::lockedHead));
        comparison.expect(
                streams.stream().filter(stream -> Topic.named(stream).isPresent()).toList());
        return streams;
    }

    /**
     * Places one batch, each stream in a transaction of its own, so that one in which nothing can
     * be placed holds up no other; the streams it touched, none when nothing was pending. What has
     * its place already comes first.
     */
    Set<String> placeNext() {
        blocked.removeIf(stream -> !states.isStopped(stream));
        var placed = queue.placed(blocked);
        var touched = new TreeSet<String>();
        (placed.isEmpty() ? queue.unplaced(closed()) : placed)
                .forEach(
                        (stream, entries) -> {
                            place(stream, entries);
                            touched.add(stream);
                        });
        return touched;
    }

    private Set<String> closed() {
        var closed = comparison.closed();
        closed.addAll(blocked);
        return closed;
    }

    private void place(String stream, List<PendingQueue.Entry> entries) {
        try {
            transaction.executeWithoutResult(status -> link(stream, entries));
        } catch (DataIntegrityViolationException | IllegalStateException e) {
            // trying again would not help: whoever looks finds the reason, and the others go on
            log.error("nothing can be placed in {} until an operator resumes it", stream, e);
            blocked.add(stream);
            states.stop(stream, "the next entry cannot be placed: " + rootMessage(e));
        }
    }

    private static String rootMessage(Throwable e) {
        var root = NestedExceptionUtils.getMostSpecificCause(e);
        return String.valueOf(root.getMessage());
    }

    private void link(String stream, List<PendingQueue.Entry> entries) {
        var head = lockedHead(stream);
        int count = entries.size();
        var positions = new Long[count];
        var ids = new Long[count];
        var leaves = new byte[count][];
        var hashes = new byte[count][];
        byte[] hash = head.hash();
        for (int i = 0; i < count; i++) {
            positions[i] = head.position() + i + 1;
            ids[i] = entries.get(i).stored().id();
            leaves[i] = entries.get(i).stored().leaf();
            requirePlace(stream, entries.get(i).place(), positions[i]);
            hash = Chain.next(hash, positions[i], leaves[i]);
            hashes[i] = hash;
        }
        int removed =
                jdbc.sql(LINK)
                        .param("stream", stream)
                        .param("positions", positions)
                        .param("entries", ids)
                        .param("leaves", leaves)
                        .param("hashes", hashes)
                        .param("position", head.position() + count)
                        .param("hash", hash)
                        .update();
        if (entries.getLast().place() != null) { // so it is in the topic
            states.advance(stream, head.position() + count);
        }
        if (removed != count) {
            throw new IllegalStateException(
                    "%d entries of %s were placed, %d had been pending"
                            .formatted(count, stream, removed));
        }
    }

    private static void requirePlace(String stream, @Nullable Long place, long position) {
        if (place != null && place != position) {
            throw new IllegalStateException(
                    "an entry of %s was taken over from position %d, the next one is %d"
                            .formatted(stream, place, position));
        }
    }

    private Head lockedHead(String stream) {
        var found = queryHead(stream);
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        var incarnation = UUID.randomUUID().toString();
        var head = new Head(incarnation, 0, Chain.genesis(stream, incarnation));
        jdbc.sql(
                        "insert into journal_head (stream, incarnation, position, hash) values"
                                + " (:stream, :incarnation, 0, :hash)")
                .param("stream", stream)
                .param("incarnation", incarnation)
                .param("hash", head.hash())
                .update();
        return head;
    }

    private List<Head> queryHead(String stream) {
        return jdbc.sql(LOCK_HEAD)
                .param("stream", stream)
                .query(
                        (row, index) ->
                                new Head(
                                        row.getString("incarnation"),
                                        row.getLong("position"),
                                        row.getBytes("hash")))
                .list();
    }
}
