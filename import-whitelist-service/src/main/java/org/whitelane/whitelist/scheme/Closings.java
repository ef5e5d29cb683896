package org.whitelane.whitelist.scheme;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stored ends of schemes. */
@Repository
public class Closings {

    private static final String SELECT =
            """
            select id, scheme, replaced_by, entries, requests, basis, closed_on, finished_at
            from scheme_closing
            """;

    private final JdbcClient db;

    Closings(JdbcClient db) {
        this.db = db;
    }

    public Optional<Closing> find(String scheme) {
        return db.sql(SELECT + "where scheme = :scheme")
                .param("scheme", scheme)
                .query(Closings::read)
                .optional();
    }

    public List<String> schemes() {
        return db.sql("select scheme from scheme_closing order by scheme")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Empty when somebody else is at it. */
    public Optional<Closing> lockFree(String scheme) {
        return db.sql(SELECT + "where scheme = :scheme for update skip locked")
                .param("scheme", scheme)
                .query(Closings::read)
                .optional();
    }

    /** False when it is closed already. */
    public boolean add(Closing closing) {
        return db.sql(
                                """
                                insert into scheme_closing (id, scheme, replaced_by, entries, requests, basis,
                                  closed_on)
                                values (:id, :scheme, :replacedBy, :entries, :requests, :basis, :closedOn)
                                on conflict (scheme) do nothing
                                """)
                        .param("id", closing.id())
                        .param("scheme", closing.scheme())
                        .param("replacedBy", closing.replacedBy())
                        .param("entries", closing.plan().entries().name())
                        .param("requests", closing.plan().requests().name())
                        .param("basis", closing.basis())
                        .param("closedOn", closing.closedOn())
                        .update()
                == 1;
    }

    /** The first time counts. */
    public void finish(String scheme, Instant at) {
        db.sql(
                        """
                        update scheme_closing set finished_at = :at
                        where scheme = :scheme and finished_at is null
                        """)
                .param("scheme", scheme)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Closing read(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Closing(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                row.getString("replaced_by"),
                new Replacement(
                        Replacement.Entries.valueOf(row.getString("entries")),
                        Replacement.Requests.valueOf(row.getString("requests"))),
                row.getString("basis"),
                row.getObject("closed_on", LocalDate.class),
                finished == null ? null : finished.toInstant());
    }
}
