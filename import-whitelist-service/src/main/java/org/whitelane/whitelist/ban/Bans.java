package org.whitelane.whitelist.ban;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.scheme.BanRule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stored bans; none is ever deleted. */
@Repository
public class Bans {

    private static final String SELECT =
            """
            select id, scheme, scheme_version, organisation, revoked, revoked_number, reason, violation,
              rule, banned_from, banned_until, lifted_on, lifted_reason, version
            from ban
            """;

    private final JdbcClient db;

    Bans(JdbcClient db) {
        this.db = db;
    }

    Optional<Ban> find(UUID id) {
        return db.sql(SELECT + "where id = :id").param("id", id).query(Bans::read).optional();
    }

    Optional<Ban> lock(UUID id) {
        return db.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(Bans::read)
                .optional();
    }

    /** Of those that stand on the day the one that lasts longest. */
    public Optional<Ban> standing(String scheme, String organisation, LocalDate day) {
        return db
                .sql(
                        SELECT
                                + """
                                where scheme = :scheme and organisation = :organisation
                                  and lifted_on is null
                                order by banned_until desc nulls first, id
                                """)
                .param("scheme", scheme)
                .param("organisation", organisation)
                .query(Bans::read)
                .list()
                .stream()
                .filter(ban -> ban.standsOn(day))
                .findFirst();
    }

    /**
     * Those of the named schemes, and of one organisation whatever the scheme; the newest last.
     *
     * @param own null for none
     */
    List<Ban> page(
            @Nullable String own, Collection<String> schemes, @Nullable UUID after, int limit) {
        return db.sql(
                        SELECT
                                + """
                                where (organisation = :own or scheme = any (:schemes))
                                  and (:after::uuid is null or id > :after)
                                order by id limit :limit
                                """)
                .param("own", own)
                .param("schemes", schemes.toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(Bans::read)
                .list();
    }

    /**
     * One whose drafts have not all been closed yet, locked; empty where there is none, or somebody
     * else is at them.
     *
     * @param besides those that are tried again later
     */
    public Optional<Ban> lockWithDrafts(Collection<UUID> besides) {
        return db.sql(
                        SELECT
                                + """
                                where drafts_closed_at is null and lifted_on is null
                                  and id <> all (:besides)
                                order by id limit 1 for update skip locked
                                """)
                .param("besides", besides.toArray(UUID[]::new))
                .query(Bans::read)
                .optional();
    }

    /** For whoever has locked it. */
    public void draftsClosed(UUID id, Instant at) {
        db.sql("update ban set drafts_closed_at = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(Ban ban) {
        db.sql(
                        """
                        insert into ban (id, scheme, scheme_version, organisation, revoked,
                          revoked_number, reason, violation, rule, banned_from, banned_until, version)
                        values (:id, :scheme, :schemeVersion, :organisation, :revoked, :number,
                          :reason, :violation, :rule, :from, :until, :version)
                        """)
                .param("id", ban.id())
                .param("scheme", ban.scheme())
                .param("schemeVersion", ban.schemeVersion())
                .param("organisation", ban.organisation())
                .param("revoked", ban.cause().revoked())
                .param("number", ban.cause().number())
                .param("reason", ban.cause().reason())
                .param("violation", ban.cause().violation())
                .param("rule", ban.rule().name())
                .param("from", ban.from())
                .param("until", ban.until())
                .param("version", ban.version())
                .update();
    }

    void lift(Ban ban, Ban.Lifting lifting) {
        db.sql(
                        """
                        update ban set lifted_on = :on, lifted_reason = :reason, version = :version
                        where id = :id
                        """)
                .param("on", lifting.on())
                .param("reason", lifting.reason())
                .param("version", ban.version())
                .param("id", ban.id())
                .update();
    }

    private static Ban read(ResultSet row, int number) throws SQLException {
        var liftedOn = row.getObject("lifted_on", LocalDate.class);
        return new Ban(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                row.getInt("scheme_version"),
                row.getString("organisation"),
                new Ban.Cause(
                        row.getObject("revoked", UUID.class),
                        row.getString("revoked_number"),
                        row.getString("reason"),
                        row.getString("violation")),
                BanRule.Kind.valueOf(row.getString("rule")),
                row.getObject("banned_from", LocalDate.class),
                row.getObject("banned_until", LocalDate.class),
                liftedOn == null ? null : new Ban.Lifting(liftedOn, row.getString("lifted_reason")),
                row.getInt("version"));
    }
}
