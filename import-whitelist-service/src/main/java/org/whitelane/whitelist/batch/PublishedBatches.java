package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What everybody may know of a batch; what is not published yet is not among it. */
@Repository
public class PublishedBatches {

    private static final String SELECT =
            """
            select batch.id, batch.scheme, batch.number, batch.decision_document, batch.published_on,
                   batch_room.rounds, batch_room.frozen ->> 'digest' as digest, batch_room.signatures,
                   (select count(*) from batch_change c where c.batch = batch.id and c.kind = 'ADDED') as added,
                   (select count(*) from batch_change c where c.batch = batch.id and c.kind = 'CHANGED') as changed,
                   (select count(*) from batch_change c where c.batch = batch.id and c.kind = 'REMOVED') as removed,
                   (select count(*) from unit_listing u where u.batch = batch.id) as units,
                   batch_transfer.replaced
            from batch join batch_room on batch_room.id = batch.id
              left join batch_transfer on batch_transfer.batch = batch.id
            where batch.scheme = :scheme and batch_room.status = 'PUBLISHED'
            """;

    private final JdbcClient db;

    PublishedBatches(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param round of freezing: what was signed names it
     * @param contentDigest what the agencies signed, or a transfer took over; null of a batch older
     *     than signatures
     * @param units that it gave a place in the directory
     * @param replaced code of the scheme whose units it takes over; null of any other batch
     */
    public record Published(
            UUID id,
            String scheme,
            int number,
            String decisionDocument,
            LocalDate publishedOn,
            int round,
            @Nullable String contentDigest,
            List<BatchSignature> signatures,
            Changes changes,
            int units,
            @Nullable String replaced) {

        public Published {
            signatures = List.copyOf(signatures);
        }
    }

    /** How many entries. */
    public record Changes(int added, int changed, int removed) {}

    public boolean exists(String scheme, int number) {
        return db.sql(
                        """
                        select exists (select 1 from batch join batch_room using (id)
                                       where batch.scheme = :scheme and number = :number
                                         and status = 'PUBLISHED')
                        """)
                .param("scheme", scheme)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    public Optional<Published> find(String scheme, int number) {
        return db.sql(SELECT + " and batch.number = :number")
                .param("scheme", scheme)
                .param("number", number)
                .query(PublishedBatches::published)
                .optional();
    }

    /** The newest first. */
    public List<Published> page(String scheme, @Nullable Integer before, int limit) {
        return db.sql(
                        SELECT
                                + """
                                 and (:before::int is null or batch.number < :before)
                                 order by batch.number desc limit :limit
                                """)
                .param("scheme", scheme)
                .param("before", before)
                .param("limit", limit)
                .query(PublishedBatches::published)
                .list();
    }

    private static Published published(ResultSet row, int number) throws SQLException {
        return new Published(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                row.getInt("number"),
                row.getString("decision_document"),
                row.getObject("published_on", LocalDate.class),
                row.getInt("rounds"),
                row.getString("digest"),
                Json.readList(row.getString("signatures"), BatchSignature[].class),
                new Changes(row.getInt("added"), row.getInt("changed"), row.getInt("removed")),
                row.getInt("units"),
                row.getString("replaced"));
    }
}
