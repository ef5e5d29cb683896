package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.entry.WhitelistEntry.Key;
import org.whitelane.whitelist.request.SchemeRef;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stored entries. */
@Repository
public class Entries {

    private static final String SELECT =
            """
            select id, number, scheme, scheme_version, batch, batch_number, sequence, request,
                   organisation, organisation_version, unit_name, article, waived_documents,
                   valid_from, valid_to, status, questions, version
            from entry
            """;

    private final JdbcClient db;

    Entries(JdbcClient db) {
        this.db = db;
    }

    /** Where a page begins: after this place in the list. */
    public record Place(String scheme, int batchNumber, int sequence) {

        public static final Place START = new Place("", 0, 0);
    }

    public Optional<WhitelistEntry> find(UUID id) {
        return db.sql(SELECT + "where id = :id").param("id", id).query(Entries::entry).optional();
    }

    public List<WhitelistEntry> ofBatch(UUID batch) {
        return db.sql(SELECT + "where batch = :batch order by sequence")
                .param("batch", batch)
                .query(Entries::entry)
                .list();
    }

    /**
     * The list of the named schemes, and of one organisation whatever the scheme.
     *
     * @param own null for none
     */
    public List<WhitelistEntry> page(
            @Nullable String own, Collection<String> schemes, Place after, int limit) {
        return db.sql(
                        SELECT
                                + """
                                where (organisation = :own or scheme = any (:schemes))
                                  and (scheme, batch_number, sequence) > (:scheme, :batch, :sequence)
                                order by scheme, batch_number, sequence limit :limit
                                """)
                .param("own", own)
                .param("schemes", schemes.toArray(String[]::new))
                .param("scheme", after.scheme())
                .param("batch", after.batchNumber())
                .param("sequence", after.sequence())
                .param("limit", limit)
                .query(Entries::entry)
                .list();
    }

    Set<Key> activeKeys(String scheme, Collection<String> organisations) {
        return db
                .sql(
                        """
                        select organisation, article_key from entry
                        where scheme = :scheme and status = 'ACTIVE' and organisation = any (:organisations)
                        """)
                .param("scheme", scheme)
                .param("organisations", organisations.toArray(String[]::new))
                .query((row, _) -> new Key(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** In the order of their ids, as everybody who locks several. */
    List<WhitelistEntry> lockLive(String organisation) {
        return db.sql(
                        SELECT
                                + """
                                where organisation = :organisation and status = 'ACTIVE'
                                order by id for update
                                """)
                .param("organisation", organisation)
                .query(Entries::entry)
                .list();
    }

    void add(WhitelistEntry entry) {
        db.sql(
                        """
                        insert into entry (id, number, scheme, scheme_version, batch, batch_number,
                          sequence, request, organisation, organisation_version, unit_name, article_key,
                          article, quantity, quantity_unit, waived_documents, valid_from, valid_to,
                          status, questions, version)
                        values (:id, :number, :scheme, :schemeVersion, :batch, :batchNumber,
                          :sequence, :request, :organisation, :organisationVersion, :unitName, :articleKey,
                          :article::jsonb, :quantity::numeric, :quantityUnit, :waivedDocuments::jsonb,
                          :validFrom, :validTo, :status, :questions::jsonb, :version)
                        """)
                .params(columns(entry))
                .update();
    }

    void saveQuestions(WhitelistEntry entry) {
        db.sql(
                        """
                        update entry set questions = :questions::jsonb, version = version + 1
                        where id = :id
                        """)
                .param("questions", Json.write(entry.questions()))
                .param("id", entry.id())
                .update();
    }

    private static Map<String, @Nullable Object> columns(WhitelistEntry entry) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", entry.id());
        columns.put("number", entry.number());
        columns.put("scheme", entry.scheme().code());
        columns.put("schemeVersion", entry.scheme().version());
        columns.put("batch", entry.origin().batch());
        columns.put("batchNumber", entry.origin().batchNumber());
        columns.put("sequence", entry.origin().sequence());
        columns.put("request", entry.origin().request());
        columns.put("organisation", entry.holder().organisation());
        columns.put("organisationVersion", entry.holder().organisationVersion());
        columns.put("unitName", entry.holder().unitName());
        columns.put("articleKey", entry.article().key());
        columns.put("article", Json.write(entry.article()));
        columns.put("quantity", entry.article().quantity().amount());
        columns.put("quantityUnit", entry.article().quantity().unit());
        columns.put("waivedDocuments", Json.write(entry.terms().waivedDocuments()));
        columns.put("validFrom", entry.terms().validFrom());
        columns.put("validTo", entry.terms().validTo());
        columns.put("status", entry.status().name());
        columns.put("questions", Json.write(entry.questions()));
        columns.put("version", entry.version());
        return columns;
    }

    private static WhitelistEntry entry(ResultSet row, int number) throws SQLException {
        return new WhitelistEntry(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new SchemeRef(row.getString("scheme"), row.getInt("scheme_version")),
                new WhitelistEntry.Origin(
                        row.getObject("batch", UUID.class),
                        row.getInt("batch_number"),
                        row.getInt("sequence"),
                        row.getObject("request", UUID.class)),
                new WhitelistEntry.Holder(
                        row.getString("organisation"),
                        row.getLong("organisation_version"),
                        row.getString("unit_name")),
                Json.read(row.getString("article"), Article.class),
                new WhitelistEntry.Terms(
                        Json.readList(row.getString("waived_documents"), String[].class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)),
                EntryStatus.valueOf(row.getString("status")),
                Json.readList(row.getString("questions"), Question[].class),
                row.getInt("version"));
    }
}
