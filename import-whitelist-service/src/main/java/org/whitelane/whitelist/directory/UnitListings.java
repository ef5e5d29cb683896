package org.whitelane.whitelist.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.request.SchemeRef;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Stored places in directories. */
@Repository
public class UnitListings {

    private static final String SELECT =
            """
            select id, number, scheme, scheme_version, batch, batch_number, request, organisation,
              organisation_version, unit_name, valid_from, valid_to, status, status_reason, version
            from unit_listing
            """;

    private final JdbcClient db;

    UnitListings(JdbcClient db) {
        this.db = db;
    }

    Optional<UnitListing> find(UUID id) {
        var sql = SELECT + "where id = :id";
        return db.sql(sql).param("id", id).query(UnitListings::read).optional();
    }

    Optional<UnitListing> lock(UUID id) {
        return db.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(UnitListings::read)
                .optional();
    }

    /** The place that a unit has not lost, its last day being another matter. */
    Optional<UnitListing> lockStanding(String scheme, String organisation) {
        return db.sql(
                        SELECT
                                + """
                                where scheme = :scheme and organisation = :organisation
                                  and status in ('ACTIVE', 'SUSPENDED') for update
                                """)
                .param("scheme", scheme)
                .param("organisation", organisation)
                .query(UnitListings::read)
                .optional();
    }

    /** Of these units those that stand in the scheme's directory on the day. */
    public Set<String> listedAmong(String scheme, Collection<String> organisations, LocalDate day) {
        return Set.copyOf(
                db.sql(
                                """
                                select organisation from unit_listing
                                where scheme = :scheme and organisation = any (:organisations)
                                  and status in ('ACTIVE', 'SUSPENDED')
                                  and (valid_to is null or valid_to >= :day)
                                """)
                        .param("scheme", scheme)
                        .param("organisations", organisations.toArray(String[]::new))
                        .param("day", day)
                        .query(String.class)
                        .list());
    }

    /**
     * The directories of the named schemes, and one organisation's places whatever the scheme.
     *
     * @param own null for none
     */
    List<UnitListing> page(
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
                .query(UnitListings::read)
                .list();
    }

    /** Those whose last day has passed, in the order of their ids. */
    List<UUID> past(LocalDate day, @Nullable UUID after, int limit) {
        return db.sql(
                        """
                        select id from unit_listing
                        where status in ('ACTIVE', 'SUSPENDED') and valid_to < :day
                          and (:after::uuid is null or id > :after)
                        order by id limit :limit
                        """)
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Those that a batch listed, in its order. */
    public List<UnitListing> ofBatch(UUID batch) {
        return db.sql(SELECT + "where batch = :batch order by length(number), number")
                .param("batch", batch)
                .query(UnitListings::read)
                .list();
    }

    void add(UnitListing listing) {
        db.sql(
                        """
                        insert into unit_listing (id, number, scheme, scheme_version, batch,
                          batch_number, request, organisation, organisation_version, unit_name,
                          valid_from, valid_to, status, version)
                        values (:id, :number, :scheme, :schemeVersion, :batch, :batchNumber, :request,
                          :organisation, :organisationVersion, :unitName, :validFrom, :validTo,
                          :status, :version)
                        """)
                .param("id", listing.id())
                .param("number", listing.number())
                .param("scheme", listing.scheme().code())
                .param("schemeVersion", listing.scheme().version())
                .param("batch", listing.origin().batch())
                .param("batchNumber", listing.origin().batchNumber())
                .param("request", listing.origin().request())
                .param("organisation", listing.holder().organisation())
                .param("organisationVersion", listing.holder().organisationVersion())
                .param("unitName", listing.holder().unitName())
                .param("validFrom", listing.validFrom())
                .param("validTo", listing.validTo())
                .param("status", listing.status().name())
                .param("version", listing.version())
                .update();
    }

    /** For whoever has locked it. */
    void move(UnitListing listing) {
        db.sql(
                        """
                        update unit_listing set status = :status, status_reason = :reason,
                          version = :version
                        where id = :id
                        """)
                .param("status", listing.status().name())
                .param("reason", listing.reason())
                .param("version", listing.version())
                .param("id", listing.id())
                .update();
    }

    /**
     * The next place in a batch's list. Filings of all its units draw from one row of numbers, so
     * that they wait for each other until the transaction ends.
     */
    int nextSequence(UUID batch) {
        db.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "whitelane.filing." + batch)
                .query(Integer.class)
                .single();
        return db.sql("select coalesce(max(sequence), 0) + 1 from entry where batch = :batch")
                .param("batch", batch)
                .query(Integer.class)
                .single();
    }

    private static UnitListing read(ResultSet row, int number) throws SQLException {
        return new UnitListing(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new SchemeRef(row.getString("scheme"), row.getInt("scheme_version")),
                new UnitListing.Origin(
                        row.getObject("batch", UUID.class),
                        row.getInt("batch_number"),
                        row.getObject("request", UUID.class)),
                new UnitListing.Holder(
                        row.getString("organisation"),
                        row.getLong("organisation_version"),
                        row.getString("unit_name")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                UnitStatus.valueOf(row.getString("status")),
                row.getString("status_reason"),
                row.getInt("version"));
    }
}
