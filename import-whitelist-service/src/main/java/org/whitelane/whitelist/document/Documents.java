package org.whitelane.whitelist.document;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.document.DocumentFact.Pruned;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The bytes of documents, in pieces: of a document never more than one is in memory. */
@Repository
public class Documents {

    static final int CHUNK = 256 * 1024;

    private final JdbcClient db;
    private final Clock clock;

    Documents(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** In the caller's transaction: with what refers to it, or not at all. */
    public void add(UUID request, Document document, InputStream bytes) {
        db.sql(
                        "insert into document (id, request, sha256, size, stored_at)"
                                + " values (:id, :request, :sha256, :size, :at)")
                .param("id", document.id())
                .param("request", request)
                .param("sha256", document.sha256())
                .param("size", document.size())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        try {
            var place = 0;
            for (var chunk = bytes.readNBytes(CHUNK);
                    chunk.length > 0;
                    chunk = bytes.readNBytes(CHUNK)) {
                db.sql(
                                "insert into document_chunk (document, place, bytes)"
                                        + " values (:document, :place, :bytes)")
                        .param("document", document.id())
                        .param("place", place++)
                        .param("bytes", chunk)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Piece by piece, each in a statement of its own: a slow reader holds no connection. */
    public void write(Document document, OutputStream out) throws IOException {
        long written = 0;
        for (var place = 0; written < document.size(); place++) {
            var chunk =
                    db.sql(
                                    "select bytes from document_chunk"
                                            + " where document = :document and place = :place")
                            .param("document", document.id())
                            .param("place", place)
                            .query((row, _) -> row.getBytes("bytes"))
                            .optional();
            if (chunk.isEmpty()) {
                throw new IOException(
                        "Document %s was deleted while it was read".formatted(document.id()));
            }
            out.write(chunk.get());
            written += chunk.get().length;
        }
    }

    /** No request needs their bytes any more: after a while they are deleted. */
    public void letGo(Collection<UUID> documents) {
        if (documents.isEmpty()) {
            return;
        }
        db.sql("update document set let_go_on = :today where id = any (:ids) and let_go_on is null")
                .param("today", LegalDays.today(clock))
                .param("ids", documents.toArray(UUID[]::new))
                .update();
    }

    /** Whether its bytes are still here. */
    public boolean holds(Document document) {
        return db.sql("select pruned_on is null from document where id = :id")
                .param("id", document.id())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Deletes the bytes of some that were let go by that day. What a request still shows to
     * somebody is kept, whoever let it go.
     */
    List<Pruned> prune(LocalDate until, LocalDate today, int limit) {
        return db.sql(
                        """
                        with due as (
                            select d.id from document d
                            where d.let_go_on <= :until and d.pruned_on is null and not exists (
                                select 1 from request r
                                where r.id = d.request and (r.submitted or r.status <> 'WITHDRAWN')
                                  and r.content -> 'documents' @> jsonb_build_array(jsonb_build_object('id', d.id)))
                            order by d.let_go_on, d.id limit :limit for update of d skip locked),
                        gone as (
                            delete from document_chunk c using due where c.document = due.id)
                        update document d set pruned_on = :today from due where d.id = due.id
                        returning d.id, d.request, d.sha256, d.size, d.let_go_on
                        """)
                .param("until", until)
                .param("today", today)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Pruned(
                                        row.getObject("id", UUID.class),
                                        row.getObject("request", UUID.class),
                                        row.getString("sha256"),
                                        row.getLong("size"),
                                        row.getObject("let_go_on", LocalDate.class)))
                .list();
    }
}
