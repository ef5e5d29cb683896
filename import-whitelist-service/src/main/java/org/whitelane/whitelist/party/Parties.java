package org.whitelane.whitelist.party;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.chassis.inbox.InboxBacklog;
import org.whitelane.whitelist.core.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The projected organisations. */
@Repository
public class Parties {

    private final JdbcClient db;
    private final InboxBacklog backlog;

    Parties(JdbcClient db, InboxBacklog backlog) {
        this.db = db;
        this.backlog = backlog;
    }

    /** For a decision: locked against changes until the decision is committed. */
    public PartyKnowledge forDecision(String id) {
        if (backlog.holds(RegistryListener.CONSUMER, RegistryListener.ORGANISATIONS, id)) {
            return new PartyKnowledge.NotKnownYet(
                    "An event about organisation %s waits for an operator.".formatted(id));
        }
        return find(id, "for share")
                .<PartyKnowledge>map(PartyKnowledge.Known::new)
                .orElseGet(
                        () ->
                                new PartyKnowledge.NotKnownYet(
                                        "Organisation %s has not arrived here yet.".formatted(id)));
    }

    public Optional<Party> find(String id) {
        return find(id, "");
    }

    /** Those whose flags can begin or end by themselves. */
    List<String> flagged() {
        return db.sql(
                        """
                        select id from party
                        where jsonb_path_exists(body, '$.flags[*] ? (@.lifted == false)') order by id
                        """)
                .query((row, _) -> row.getString("id"))
                .list();
    }

    void save(Party party) {
        db.sql(
                        """
                        insert into party (id, name_zh, version, body) values (:id, :name, :version, :body::jsonb)
                        on conflict (id) do update
                        set name_zh = excluded.name_zh, version = excluded.version, body = excluded.body
                        """)
                .param("id", party.id())
                .param("name", party.nameZh())
                .param("version", party.version())
                .param("body", Json.write(party))
                .update();
    }

    private Optional<Party> find(String id, String lock) {
        return db.sql("select body from party where id = :id " + lock)
                .param("id", id)
                .query(Parties::party)
                .optional();
    }

    private static Party party(ResultSet row, int number) throws SQLException {
        return Json.read(row.getString("body"), Party.class);
    }
}
