package org.whitelane.chassis.journal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What has no place in its stream yet, a batch at a time. No cursor over ids: ids commit out of
 * order.
 *
 * @param batch entries
 * @param bytes of event values held in memory
 */
record PendingQueue(JdbcClient jdbc, int batch, int bytes) {

    private static final String PENDING =
            """
            select %s, q.place
            from (select entry_id, place, sum(octet_length(value)) over (order by %s) - octet_length(value) as bytes_before
                  from (select p.entry_id, p.place, v.value from journal_pending p join journal_entry v on v.id = p.entry_id
                        where p.stream <> all (:closed) and p.place is %s order by %s limit :limit) page) q
            join journal_entry e on e.id = q.entry_id
            where q.bytes_before <= :bytes
            order by %s
            """;

    private static final String NEW =
            PENDING.formatted(StoredEntry.COLUMNS, "entry_id", "null", "p.entry_id", "e.id");

    /** Taken over from the topic: each has its place already. */
    private static final String PLACED =
            PENDING.formatted(
                    StoredEntry.COLUMNS,
                    "place, entry_id",
                    "not null",
                    "p.place, p.entry_id",
                    "q.place, e.id");

    /**
     * @param place null where the next one is as good as any
     */
    record Entry(StoredEntry stored, @Nullable Long place) {

        String stream() {
            return stored.stream();
        }
    }

    Map<String, List<Entry>> placed(Set<String> without) {
        return pending(PLACED, without);
    }

    Map<String, List<Entry>> unplaced(Set<String> without) {
        return pending(NEW, without);
    }

    private Map<String, List<Entry>> pending(String which, Set<String> closed) {
        return jdbc
                .sql(which)
                .param("closed", closed.toArray(String[]::new))
                .param("limit", batch)
                .param("bytes", bytes)
                .query(
                        (row, index) ->
                                new Entry(
                                        StoredEntry.read(row), row.getObject("place", Long.class)))
                .list() // a stream would keep its statement open on the leader's session
                .stream()
                .collect(groupingBy(Entry::stream, TreeMap::new, toList()));
    }
}
