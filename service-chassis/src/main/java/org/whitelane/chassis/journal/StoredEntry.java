package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Chain;
import org.whitelane.events.EventAttributes;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code journal_entry}. */
public record StoredEntry(
        long id,
        String stream,
        EventAttributes attributes,
        @Nullable String traceparent,
        byte[] value,
        byte[] privateDigest) {

    /** What {@link #read} needs, from the table under the alias {@code e}. */
    static final String COLUMNS =
            """
            e.id, e.stream, e.event_id, e.type, e.source, e.subject, e.time, e.dataschema, e.contenttype,
            e.aggregate_version, e.correlationid, e.causationid, e.traceparent, e.value, e.private_digest
            """;

    static StoredEntry read(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("id"),
                row.getString("stream"),
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
                row.getString("traceparent"),
                row.getBytes("value"),
                row.getBytes("private_digest"));
    }

    byte[] leaf() {
        return Chain.leaf(attributes, value, privateDigest);
    }
}
