package org.whitelane.chassis.idempotency;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The stored answers; everything here belongs to the transaction of the effect. */
final class Answers {

    private final JdbcClient db;

    Answers(JdbcClient db) {
        this.db = db;
    }

    /**
     * False while another transaction works on the same scope. Never waits: a waiting request holds
     * a connection.
     */
    boolean lock(byte[] scope) {
        return db.sql("select pg_try_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(scope).getLong())
                .query(Boolean.class)
                .single();
    }

    Optional<Answer> find(byte[] scope) {
        return db.sql(
                        "select request, status, location, etag, body, secret from"
                                + " idempotency_answer where scope = ?")
                .param(scope)
                .query(
                        (row, number) ->
                                new Answer(
                                        row.getBytes("request"),
                                        row.getInt("status"),
                                        row.getString("location"),
                                        row.getString("etag"),
                                        row.getBytes("body"),
                                        row.getBoolean("secret")))
                .optional();
    }

    void store(byte[] scope, Answer answer) {
        db.sql(
                        """
                        insert into idempotency_answer (scope, request, status, location, etag, body, secret)
                        values (:scope, :request, :status, :location, :etag, :body, :secret)
                        """)
                .param("scope", scope)
                .param("request", answer.request())
                .param("status", answer.status())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("secret", answer.secret())
                .update();
    }

    /**
     * Kept for 72 hours, a day longer than promised. Small steps, so that no transaction gets long.
     */
    int purge(int most) {
        return db.sql(
                        """
                        delete from idempotency_answer where scope in (
                            select scope from idempotency_answer
                            where created_at < now() - interval '72 hours' order by created_at limit :most)
                        """)
                .param("most", most)
                .update();
    }
}
