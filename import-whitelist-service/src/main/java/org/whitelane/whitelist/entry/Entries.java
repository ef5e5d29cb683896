package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.Json;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stored entries. */
@Repository
public class Entries {

    private static final String SELECT = "select " + EntryRow.COLUMNS + " from entry ";

    private static final String LIVE =
            " and status in ('PENDING', 'ACTIVE', 'EXHAUSTED', 'SUSPENDED') ";

    private final JdbcClient db;

    Entries(JdbcClient db) {
        this.db = db;
    }

    /** Where a page begins: after this place in the list. */
    public record Place(String scheme, int batchNumber, int sequence) {

        public static final Place START = new Place("", 0, 0);
    }

    public Optional<WhitelistEntry> find(UUID id) {
        return one("where id = :id", id);
    }

    public Optional<WhitelistEntry> lock(UUID id) {
        return one("where id = :id for update", id);
    }

    /** For who reads its status and changes nothing of it. */
    public Optional<WhitelistEntry> lockShared(UUID id) {
        return one("where id = :id for share", id);
    }

    private Optional<WhitelistEntry> one(String where, UUID id) {
        return db.sql(SELECT + where).param("id", id).query(EntryRow::read).optional();
    }

    public List<WhitelistEntry> ofBatch(UUID batch) {
        return db.sql(SELECT + "where batch = :batch order by sequence")
                .param("batch", batch)
                .query(EntryRow::read)
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
                .query(EntryRow::read)
                .list();
    }

    /** In the order of their ids, as everybody who locks several. */
    List<WhitelistEntry> lockLive(String organisation) {
        return db.sql(
                        SELECT
                                + "where organisation = :organisation"
                                + LIVE
                                + "order by id for update")
                .param("organisation", organisation)
                .query(EntryRow::read)
                .list();
    }

    /** Of one unit in a scheme, or of all of them where none is named. */
    List<UUID> live(String scheme, @Nullable String organisation, int limit) {
        return db.sql(
                        """
                        select id from entry
                        where scheme = :scheme and (:organisation::text is null or organisation = :organisation)
                        """
                                + LIVE
                                + "order by id limit :limit")
                .param("scheme", scheme)
                .param("organisation", organisation)
                .param("limit", limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * What the day changes: whoever's first day has come, last day has passed, or comes within the
     * longest notice.
     */
    List<UUID> due(LocalDate today, LocalDate noticeUntil, @Nullable UUID after, int limit) {
        return db.sql(
                        """
                        select id from entry
                        where ((status = 'PENDING' and valid_from <= :today)
                               or (status in ('PENDING', 'ACTIVE', 'EXHAUSTED', 'SUSPENDED')
                                   and valid_to <= :until))
                          and (:after::uuid is null or id > :after)
                        order by id limit :limit
                        """)
                .param("today", today)
                .param("until", noticeUntil)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    public void add(WhitelistEntry entry) {
        db.sql(
                        """
                        insert into entry (id, number, scheme, scheme_version, batch, batch_number,
                          sequence, request, organisation, organisation_version, unit_name, article_key,
                          article, quantity, quantity_unit, waived_documents, valid_from, valid_to,
                          status, status_reason, renewal_pending, questions, version)
                        values (:id, :number, :scheme, :schemeVersion, :batch, :batchNumber,
                          :sequence, :request, :organisation, :organisationVersion, :unitName, :articleKey,
                          :article::jsonb, :quantity, :quantityUnit, :waivedDocuments::jsonb,
                          :validFrom, :validTo, :status, :statusReason, :renewalPending,
                          :questions::jsonb, :version)
                        """)
                .params(EntryRow.values(entry))
                .update();
    }

    /** For whoever has locked it; the quota's counts stay. */
    WhitelistEntry save(WhitelistEntry entry) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", entry.id());
        EntryRow.changing(entry, values);
        db.sql(
                        """
                        update entry set article_key = :articleKey, article = :article::jsonb,
                          quantity = :quantity, quantity_unit = :quantityUnit,
                          waived_documents = :waivedDocuments::jsonb, valid_from = :validFrom,
                          valid_to = :validTo, status = :status, status_reason = :statusReason,
                          renewal_pending = :renewalPending, version = version + 1
                        where id = :id
                        """)
                .params(values)
                .update();
        return entry.saved();
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
}
