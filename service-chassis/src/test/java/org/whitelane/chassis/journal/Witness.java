package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.whitelane.embedded.Credentials;
import org.whitelane.embedded.Database;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** Looks at tables and topics from outside and says whether the journal kept its promises. */
public record Witness(JdbcClient jdbc) {

    public static Witness of(Database database) {
        return new Witness(as(database, database.owner()));
    }

    public static JdbcClient as(Database database, Credentials role) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), role.username(), role.password()));
    }

    long entries(String stream) {
        return count("select count(*) from journal_entry where stream = ?", stream);
    }

    public long links(String stream) {
        return count("select count(*) from journal_link where stream = ?", stream);
    }

    long published(String stream) {
        return count(
                "select coalesce(max(position), 0) from journal_published where stream = ?",
                stream);
    }

    private long count(String sql, String stream) {
        return jdbc.sql(sql).param(stream).query(Long.class).single();
    }

    /**
     * Waits until all that is saved is known to be in the topic; nothing may be saved meanwhile.
     */
    public void awaitDrained(String stream, Duration atMost) {
        Awaitility.await()
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> published(stream) == entries(stream));
    }

    /**
     * The whole promise: every entry placed, gap-free, chain whole, in the topic, in order, and
     * doubled only identically.
     */
    Doubled assertWhole(String stream) {
        assertThat(StreamCopy.of(jdbc, stream).faults()).isEmpty();
        long count = entries(stream);
        assertThat(links(stream)).isEqualTo(count);
        assertThat(
                        jdbc.sql(
                                        "select position from journal_link where stream = ? order"
                                                + " by position")
                                .param(stream)
                                .query(Long.class)
                                .list())
                .isEqualTo(java.util.stream.LongStream.rangeClosed(1, count).boxed().toList());
        var rows = TopicReader.read(stream);
        assertSameAsJournal(stream, rows);
        assertFirstSightsInOrder(rows);
        return new Doubled(count, rows.size() - count);
    }

    private void assertSameAsJournal(String stream, List<TopicReader.Row> rows) {
        var expected = new HashMap<Long, String>();
        jdbc.sql(
                        """
                        select l.position, e.event_id || ' ' || encode(l.hash, 'hex') || ' ' || e.subject || ' '
                               || e.aggregate_version || ' ' || convert_from(e.value, 'UTF8') as event
                        from journal_link l join journal_entry e on e.id = l.entry_id where l.stream = ?
                        """)
                .param(stream)
                .query(
                        row -> {
                            expected.put(row.getLong("position"), row.getString("event"));
                        });
        var found = new HashMap<Long, String>();
        for (var row : rows) {
            var event =
                    String.join(
                            " ",
                            row.header("ce_id"),
                            row.header("ce_chainhash"),
                            row.key(),
                            row.header("ce_aggregateversion"),
                            row.value());
            var before = found.put(row.position(), event);
            assertThat(before).as("a doubled record is the same").isIn(null, event);
        }
        assertThat(found).isEqualTo(expected);
    }

    /** Dropping what was seen before, each aggregate's versions ascend without a gap. */
    private static void assertFirstSightsInOrder(List<TopicReader.Row> rows) {
        var seen = new HashSet<Long>();
        var versions = new HashMap<String, Long>();
        for (var row : rows) {
            if (seen.add(row.position())) {
                long before = versions.getOrDefault(row.key(), 0L);
                assertThat(row.version()).as("version of %s", row.key()).isEqualTo(before + 1);
                versions.put(row.key(), row.version());
            }
        }
    }

    record Doubled(long events, long duplicates) {}
}
