package org.whitelane.whitelist.mandate;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stored mandates; none is ever deleted. */
@Repository
public class Mandates {

    private static final String SELECT =
            """
            select id, unit, agent, scheme, acts, valid_from, valid_to, basis, ended, ended_on,
              ended_reason, version
            from mandate
            """;

    /** That one organisation has on a day. */
    private static final String IN_FORCE =
            """
            where agent = :agent and ended is null and :day between valid_from and valid_to
            """;

    private static final String FOR_UNIT =
            "and unit = :unit and (scheme is null or scheme = :scheme)\n";

    private final JdbcClient db;

    Mandates(JdbcClient db) {
        this.db = db;
    }

    Optional<Mandate> find(UUID id) {
        return db.sql(SELECT + "where id = :id").param("id", id).query(Mandates::read).optional();
    }

    Optional<Mandate> lock(UUID id) {
        return db.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(Mandates::read)
                .optional();
    }

    /** By which the agent acts for the unit under the scheme on that day. */
    public List<Mandate> inForce(String agent, String unit, String scheme, LocalDate day) {
        return inForce(agent, unit, scheme, day, "order by id");
    }

    /**
     * The same for an act: none of them is ended until the transaction is over, so whatever is
     * answered to their end comes after the act, or the act finds it ended.
     */
    public List<Mandate> forDecision(String agent, String unit, String scheme, LocalDate day) {
        return inForce(agent, unit, scheme, day, "order by id for share");
    }

    private List<Mandate> inForce(
            String agent, String unit, String scheme, LocalDate day, String tail) {
        return db.sql(SELECT + IN_FORCE + FOR_UNIT + tail)
                .param("agent", agent)
                .param("day", day)
                .param("unit", unit)
                .param("scheme", scheme)
                .query(Mandates::read)
                .list();
    }

    /** Of all units. */
    public List<Mandate> inForce(String agent, LocalDate day) {
        return db.sql(SELECT + IN_FORCE + "order by id")
                .param("agent", agent)
                .param("day", day)
                .query(Mandates::read)
                .list();
    }

    /**
     * Given or got by one organisation, the newest last.
     *
     * @param own null for all
     * @param other the other side; null for any
     */
    List<Mandate> page(
            @Nullable String own, @Nullable String other, @Nullable UUID after, int limit) {
        return db.sql(
                        SELECT
                                + """
                                where (:own::text is null or unit = :own or agent = :own)
                                  and (:other::text is null or unit = :other or agent = :other)
                                  and (:after::uuid is null or id > :after)
                                order by id limit :limit
                                """)
                .param("own", own)
                .param("other", other)
                .param("after", after)
                .param("limit", limit)
                .query(Mandates::read)
                .list();
    }

    void add(Mandate mandate) {
        db.sql(
                        """
                        insert into mandate (id, unit, agent, scheme, acts, valid_from, valid_to, basis,
                          version)
                        values (:id, :unit, :agent, :scheme, :acts, :from, :to, :basis, :version)
                        """)
                .param("id", mandate.id())
                .param("unit", mandate.unit())
                .param("agent", mandate.agent())
                .param("scheme", mandate.scheme())
                .param("acts", mandate.acts().stream().map(Enum::name).toArray(String[]::new))
                .param("from", mandate.from())
                .param("to", mandate.to())
                .param("basis", mandate.basis())
                .param("version", mandate.version())
                .update();
    }

    void end(Mandate mandate, Mandate.Ending ending) {
        db.sql(
                        """
                        update mandate
                        set ended = :way, ended_on = :on, ended_reason = :reason, version = :version
                        where id = :id
                        """)
                .param("way", ending.way().name())
                .param("on", ending.on())
                .param("reason", ending.reason())
                .param("version", mandate.version())
                .param("id", mandate.id())
                .update();
    }

    private static Mandate read(ResultSet row, int number) throws SQLException {
        var ended = row.getString("ended");
        return new Mandate(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                row.getString("agent"),
                row.getString("scheme"),
                Arrays.stream((String[]) row.getArray("acts").getArray())
                        .map(Act::valueOf)
                        .toList(),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("basis"),
                ended == null
                        ? null
                        : new Mandate.Ending(
                                Mandate.Way.valueOf(ended),
                                row.getObject("ended_on", LocalDate.class),
                                row.getString("ended_reason")),
                row.getInt("version"));
    }
}
