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

    /**
     * For a decision: locked against changes until the decision is committed. The lock comes first:
     * while we hold it, nothing that the backlog does not know of can be missing from the row.
     */
    public PartyKnowledge forDecision(String id) {
        var found = find(id, "for share");
        if (backlog.holds(RegistryListener.CONSUMER, RegistryListener.ORGANISATIONS, id)) {
            return new PartyKnowledge.NotKnownYet(
                    "What the registry told about organisation %s is not all applied here yet."
                            .formatted(id));
        }
        return found.<PartyKnowledge>map(PartyKnowledge.Known::new)
                .orElseGet(
                        () ->
                                new PartyKnowledge.NotKnownYet(
                                        "Organisation %s has not arrived here yet.".formatted(id)));
    }

    public Optional<Party> find(String id) {
        return find(id, "");
    }

    /** Of those that we have heard of; one, unless the register holds a mistake. */
    public List<String> withCreditCode(String code) {
        return db.sql("select id from party where credit_code = :code order by id")
                .param("code", code)
                .query((row, _) -> row.getString("id"))
                .list();
    }

    /** Ids of the organisations that a caller may mean; an id is taken for what it is. */
    public List<String> named(PartyReference reference) {
        return reference.isCreditCode()
                ? withCreditCode(reference.value())
                : List.of(reference.value());
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

    List<String> ids() {
        return db.sql("select id from party order by id")
                .query((row, _) -> row.getString("id"))
                .list();
    }

    /** Waits for every decision that has locked a party: they lock more than one. */
    void clear() {
        db.sql("lock table party in exclusive mode").update();
        db.sql("delete from party").update();
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
