package org.whitelane.whitelist.batch;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stored batches. */
@Repository
class Batches {

    private final JdbcClient db;

    Batches(JdbcClient db) {
        this.db = db;
    }

    public Optional<Batch> find(UUID id) {
        return db.sql(
                        """
                        select id, scheme, number, decision_document, published_on, published_by
                        from batch where id = :id
                        """)
                .param("id", id)
                .query(Batches::batch)
                .optional();
    }

    /**
     * Also locks the scheme against other publications until this one is committed; a roll-back
     * gives the number back.
     */
    int nextNumber(String scheme) {
        return db.sql(
                        """
                        insert into batch_counter (scheme, last_number) values (:scheme, 1)
                        on conflict (scheme) do update set last_number = batch_counter.last_number + 1
                        returning last_number
                        """)
                .param("scheme", scheme)
                .query(Integer.class)
                .single();
    }

    /**
     * Locks the scheme against other publications without drawing a number: whoever locks parties
     * next, and learns only then whether there is something to publish, does so in their order.
     */
    void holdNumbers(String scheme) {
        db.sql(
                        """
                        insert into batch_counter (scheme, last_number) values (:scheme, 0)
                        on conflict (scheme) do update set last_number = batch_counter.last_number
                        """)
                .param("scheme", scheme)
                .update();
    }

    /** The batch that a scheme's replacement is filling; at most one at a time. */
    Optional<UUID> openTransfer(UUID closing) {
        return db.sql(
                        """
                        select t.batch from batch_transfer t join batch_room r on r.id = t.batch
                        where t.closing = :closing and r.status = 'TRANSFERRING'
                        """)
                .param("closing", closing)
                .query(UUID.class)
                .optional();
    }

    void addTransfer(UUID batch, UUID closing, String replaced) {
        db.sql(
                        """
                        insert into batch_transfer (batch, closing, replaced)
                        values (:batch, :closing, :replaced)
                        """)
                .param("batch", batch)
                .param("closing", closing)
                .param("replaced", replaced)
                .update();
    }

    /** Code of the scheme whose units the batch takes over; empty of any other batch. */
    Optional<String> replaced(UUID batch) {
        return db.sql("select replaced from batch_transfer where batch = :batch")
                .param("batch", batch)
                .query(String.class)
                .optional();
    }

    /** It was numbered before the day on which all of it was there. */
    void publishedOn(UUID batch, LocalDate day) {
        db.sql("update batch set published_on = :day where id = :batch")
                .param("batch", batch)
                .param("day", day)
                .update();
    }

    void add(Batch batch) {
        db.sql(
                        """
                        insert into batch (id, scheme, number, decision_document, published_on, published_by)
                        values (:id, :scheme, :number, :document, :on, :by)
                        """)
                .param("id", batch.id())
                .param("scheme", batch.scheme())
                .param("number", batch.number())
                .param("document", batch.decisionDocument())
                .param("on", batch.publishedOn())
                .param("by", batch.publishedBy())
                .update();
    }

    void addDiff(UUID batch, ListDiff diff) {
        add(batch, "ADDED", diff.added());
        add(batch, "CHANGED", diff.changed());
        add(batch, "REMOVED", diff.removed());
    }

    private void add(UUID batch, String kind, List<UUID> entries) {
        db.sql(
                        """
                        insert into batch_change (batch, entry, kind)
                        select :batch, entry, :kind from unnest(:entries::uuid[]) as entry
                        """)
                .param("batch", batch)
                .param("kind", kind)
                .param("entries", entries.toArray(UUID[]::new))
                .update();
    }

    ListDiff diff(UUID batch) {
        return new ListDiff(
                changes(batch, "ADDED"), changes(batch, "CHANGED"), changes(batch, "REMOVED"));
    }

    private List<UUID> changes(UUID batch, String kind) {
        return db.sql(
                        """
                        select c.entry from batch_change c join entry e on e.id = c.entry
                        where c.batch = :batch and c.kind = :kind
                        order by e.batch_number, e.sequence
                        """)
                .param("batch", batch)
                .param("kind", kind)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** A transfer takes none of the scheme's turns: the office decided nothing in it. */
    Optional<LocalDate> lastPublishedOn(String scheme) {
        return db.sql(
                        """
                        select max(published_on) from batch
                        where scheme = :scheme
                          and not exists (select 1 from batch_transfer t where t.batch = batch.id)
                        having count(*) > 0
                        """)
                .param("scheme", scheme)
                .query(LocalDate.class)
                .optional();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                row.getInt("number"),
                row.getString("decision_document"),
                row.getObject("published_on", LocalDate.class),
                row.getString("published_by"));
    }
}
