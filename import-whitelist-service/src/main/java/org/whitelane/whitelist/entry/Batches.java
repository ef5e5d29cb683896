package org.whitelane.whitelist.entry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
