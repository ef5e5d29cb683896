package org.whitelane.whitelist.entry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.request.Listings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells requests what stands on the list. */
@Component
class EntryListings implements Listings {

    private static final String[] ENDED = {"EXPIRED", "REMOVED", "REVOKED", "CLOSED"};

    private final JdbcClient db;

    EntryListings(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<UUID, Listing> held(String organisation, String scheme, Collection<UUID> entries) {
        return db
                .sql(
                        """
                        select id, status, article, valid_to from entry
                        where id = any (:ids) and organisation = :organisation and scheme = :scheme
                          and status <> all (:ended)
                        """)
                .param("ids", entries.toArray(UUID[]::new))
                .param("organisation", organisation)
                .param("scheme", scheme)
                .param("ended", ENDED)
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), listing(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Right> rights(String organisation, Collection<String> articleKeys) {
        return db.sql(
                        """
                        select id, number, scheme, request, status, article, valid_to from entry
                        where organisation = :organisation and article_key = any (:keys)
                          and status <> all (:ended)
                        order by id desc
                        """)
                .param("organisation", organisation)
                .param("keys", articleKeys.toArray(String[]::new))
                .param("ended", ENDED)
                .query(
                        (row, _) ->
                                new Right(
                                        row.getObject("id", UUID.class),
                                        row.getString("number"),
                                        row.getString("scheme"),
                                        row.getObject("request", UUID.class),
                                        listing(row)))
                .list();
    }

    private static Listing listing(ResultSet row) throws SQLException {
        return new Listing(
                row.getString("status"),
                Json.read(row.getString("article"), Article.class),
                row.getObject("valid_to", LocalDate.class));
    }

    @Override
    public boolean isListed(String organisation, String scheme) {
        return db.sql(
                        """
                        select exists (select 1 from entry
                                       where organisation = :organisation and scheme = :scheme
                                         and status <> all (:ended))
                            or exists (select 1 from unit_listing
                                       where organisation = :organisation and scheme = :scheme
                                         and status in ('ACTIVE', 'SUSPENDED'))
                        """)
                .param("organisation", organisation)
                .param("scheme", scheme)
                .param("ended", ENDED)
                .query(Boolean.class)
                .single();
    }
}
