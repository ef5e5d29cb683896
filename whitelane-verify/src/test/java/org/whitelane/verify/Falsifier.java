package org.whitelane.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.Chain;
import org.whitelane.events.EventAttributes;

import java.util.List;

/**
 * What somebody can do to a stream who has every right to the tables and our code to make hashes
 * with. He takes the triggers away first.
 */
final class Falsifier {

    private static final List<String> TABLES =
            List.of("journal_entry", "journal_link", "journal_private");

    private final JdbcClient jdbc;
    private final String stream;

    Falsifier(JdbcClient superuser, String stream) {
        this.jdbc = superuser;
        this.stream = stream;
        for (var table : TABLES) {
            run("alter table %s disable trigger user".formatted(table));
            keep(table);
        }
        keep("journal_head");
    }

    private void keep(String table) {
        run("create table if not exists kept_%1$s as table %1$s".formatted(table));
    }

    /** Puts everything back; what refers to entries is kept out of the way meanwhile. */
    void undo() {
        links("delete from journal_link where stream = :stream");
        run(
                "delete from journal_private where entry_id not in (select id from"
                        + " kept_journal_entry)");
        run(
                "delete from journal_entry where stream = '%s' and id not in (select id from kept_journal_entry)"
                        .formatted(stream));
        run(
                "insert into journal_entry overriding system value select * from kept_journal_entry"
                        + " k where not exists (select from journal_entry e where e.id = k.id)");
        run(
                "update journal_entry e set value = k.value from kept_journal_entry k where k.id = e.id and e.stream = '%s'"
                        .formatted(stream));
        links("insert into journal_link select * from kept_journal_link where stream = :stream");
        links(
                "update journal_head h set position = k.position, hash = k.hash from"
                        + " kept_journal_head k where k.stream = h.stream and h.stream = :stream");
    }

    String idOf(long position) {
        return jdbc.sql(
                        "select event_id from journal_entry e join journal_link l on l.entry_id ="
                                + " e.id where l.stream = ? and l.position = ?")
                .param(stream)
                .param(position)
                .query(String.class)
                .single();
    }

    void edit(long position, String value) {
        jdbc.sql(
                        "update journal_entry set value = :value where id = (select entry_id from"
                                + " journal_link where stream = :stream and position = :position)")
                .param("value", value.getBytes(UTF_8))
                .param("stream", stream)
                .param("position", position)
                .update();
    }

    void delete(long position) {
        long entry = entryAt(position);
        links("delete from journal_link where stream = :stream and position = " + position);
        run("delete from journal_private where entry_id = " + entry);
        run("delete from journal_entry where id = " + entry);
    }

    /** From that position on each takes the place before it. */
    void moveUp(long from) {
        shift(from, -1);
    }

    /**
     * From that position on each takes the place after it. The last falls out: a position more
     * would be sent to the topic like any other.
     */
    void makeRoom(long from) {
        links(
                "delete from journal_link l using journal_head h where h.stream = l.stream"
                        + " and h.position = l.position and l.stream = :stream");
        links("update journal_head set position = position - 1 where stream = :stream");
        shift(from, 1);
    }

    private void shift(long from, int by) {
        // far away first: a place is never held by two
        links(
                "update journal_link set position = position + 1000000 where stream = :stream and"
                        + " position >= "
                        + from);
        links(
                "update journal_link set position = position - 1000000 + %d where stream = :stream and position > 1000000"
                        .formatted(by));
        links(
                "update journal_head set position = position + %d where stream = :stream"
                        .formatted(by));
    }

    void insert(long position, String id) {
        run(
                """
                insert into journal_entry (event_id, stream, type, source, subject, time, dataschema, contenttype,
                    aggregate_version, value, private_digest)
                select '%s', stream, type, source, 'forged', time, dataschema, contenttype, 1, value, private_digest
                from journal_entry where id = %d
                """
                        .formatted(id, entryAt(position + 1)));
        long entry =
                jdbc.sql("select id from journal_entry where event_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single();
        jdbc.sql("insert into journal_link values (?, ?, ?, ?, ?)")
                .param(stream)
                .param(position)
                .param(entry)
                .param(leaf(entry))
                .param(new byte[32])
                .update();
    }

    void exchange(long one, long other) {
        long first = entryAt(one);
        long second = entryAt(other);
        point(one, -1);
        point(other, first);
        point(one, second);
    }

    private void point(long position, long entry) {
        if (entry < 0) { // for a moment to an entry of another stream
            run(
                    "insert into journal_entry (event_id, stream, type, source, subject, time,"
                            + " dataschema, contenttype, aggregate_version, value, private_digest)"
                            + " select 'spare', 'spare', type, source, subject, time, dataschema,"
                            + " contenttype, 1, value, private_digest from journal_entry limit 1 on"
                            + " conflict do nothing");
            links(
                    "update journal_link set entry_id = (select id from journal_entry where"
                            + " event_id = 'spare') where stream = :stream and position = "
                            + position);
        } else {
            links(
                    "update journal_link set entry_id = %d where stream = :stream and position = %d"
                            .formatted(entry, position));
        }
    }

    void cutAfter(long position) {
        links("delete from journal_link where stream = :stream and position > " + position);
        links(
                "update journal_head h set position = l.position, hash = l.hash from journal_link l"
                        + " where l.stream = h.stream and h.stream = :stream and l.position = "
                        + position);
    }

    void headTo(long position) {
        links("update journal_head set position = %d where stream = :stream".formatted(position));
    }

    /** Leaves and hashes from there to there, as if nothing else had ever been there. */
    void chainAnew(long from, long to) {
        var hash = from == 1 ? genesis() : hashAt(from - 1);
        for (long position = from; position <= to; position++) {
            var leaf = leaf(entryAt(position));
            hash = Chain.next(hash, position, leaf);
            jdbc.sql("update journal_link set leaf = ?, hash = ? where stream = ? and position = ?")
                    .param(leaf)
                    .param(hash)
                    .param(stream)
                    .param(position)
                    .update();
        }
        jdbc.sql("update journal_head set hash = ? where stream = ? and position = ?")
                .param(hash)
                .param(stream)
                .param(to)
                .update();
    }

    private byte[] genesis() {
        var incarnation =
                jdbc.sql("select incarnation from journal_head where stream = ?")
                        .param(stream)
                        .query(String.class)
                        .single();
        return Chain.genesis(stream, incarnation);
    }

    private byte[] hashAt(long position) {
        return jdbc.sql("select hash from journal_link where stream = ? and position = ?")
                .param(stream)
                .param(position)
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    private long entryAt(long position) {
        return jdbc.sql("select entry_id from journal_link where stream = ? and position = ?")
                .param(stream)
                .param(position)
                .query(Long.class)
                .single();
    }

    private byte[] leaf(long entry) {
        return jdbc.sql("select * from journal_entry where id = ?")
                .param(entry)
                .query(
                        (row, _) ->
                                Chain.leaf(
                                        new EventAttributes(
                                                row.getString("event_id"),
                                                row.getString("type"),
                                                row.getString("source"),
                                                row.getString("subject"),
                                                row.getString("time"),
                                                row.getString("dataschema"),
                                                row.getString("contenttype"),
                                                row.getLong("aggregate_version"),
                                                row.getString("correlationid"),
                                                row.getString("causationid")),
                                        row.getBytes("value"),
                                        row.getBytes("private_digest")))
                .single();
    }

    private void links(String sql) {
        jdbc.sql(sql).param("stream", stream).update();
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
