package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.kernel.PartialDate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The amendments of records: insert and read, nothing else. */
@Repository
class Amendments {

    private final JdbcClient jdbc;

    Amendments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID record, Amendment amendment) {
        var revokedOn = amendment.revokedOn();
        jdbc.sql(
                        """
                        insert into ind_amendment (ind_id, version, kind, reason, source, revoked_on, revoked_source, made_at)
                        values (:record, :version, :kind, :reason, :source, :revokedOn, :revokedSource, :madeAt)
                        """)
                .param("record", record)
                .param("version", amendment.version())
                .param("kind", amendment.kind().name())
                .param("reason", amendment.reason())
                .param("source", amendment.source())
                .param("revokedOn", revokedOn == null ? null : revokedOn.value().toString())
                .param("revokedSource", revokedOn == null ? null : revokedOn.source())
                .param("madeAt", amendment.madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Of each record that has some, the oldest first. */
    Map<UUID, List<Amendment>> of(Collection<UUID> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from ind_amendment where ind_id in (:records) order by version")
                .param("records", records)
                .query(Row::read)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::record,
                                Collectors.mapping(Row::amendment, Collectors.toList())));
    }

    private record Row(UUID record, Amendment amendment) {

        static Row read(ResultSet row, int unusedNumber) throws SQLException {
            return new Row(
                    row.getObject("ind_id", UUID.class),
                    new Amendment(
                            row.getLong("version"),
                            Amendment.Kind.valueOf(row.getString("kind")),
                            row.getString("reason"),
                            row.getString("source"),
                            revokedOn(row),
                            row.getObject("made_at", OffsetDateTime.class).toInstant()));
        }

        private static @Nullable SourcedDate revokedOn(ResultSet row) throws SQLException {
            @Nullable String day = row.getString("revoked_on");
            return day == null
                    ? null
                    : new SourcedDate(PartialDate.parse(day), row.getString("revoked_source"));
        }
    }
}
