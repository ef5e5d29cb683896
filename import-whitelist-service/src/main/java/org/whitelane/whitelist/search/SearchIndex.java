package org.whitelane.whitelist.search;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Which terms lead to what. Who may see a hit is asked of the thing itself at each search, so that
 * nothing kept here can go stale and leak.
 */
@Repository
class SearchIndex {

    private final JdbcClient db;

    SearchIndex(JdbcClient db) {
        this.db = db;
    }

    /** What it is found by from now on; terms that it had and has no more are forgotten. */
    void replace(Hit.Kind kind, UUID hit, Collection<Term> terms) {
        db.sql("delete from search_term where hit = :hit and term <> all (:terms)")
                .param("hit", hit)
                .param("terms", Term.texts(terms))
                .update();
        add(kind, hit, terms);
    }

    void add(Hit.Kind kind, UUID hit, Collection<Term> terms) {
        db.sql(
                        """
                        insert into search_term (term, hit, kind)
                        select term, :hit, :kind from unnest(:terms) as term
                        on conflict do nothing
                        """)
                .param("hit", hit)
                .param("kind", kind.name())
                .param("terms", Term.texts(terms))
                .update();
    }

    /**
     * Newest first, below the hit after which the page begins: what is made meanwhile is newer, so
     * a walk shows what was there once each.
     *
     * @param own sees what is its own, drafts too, and requests of units that gave it a mandate
     * @param seats codes of the schemes at whose table the reader sits
     */
    List<Hit> page(
            Collection<Term> terms,
            @Nullable String own,
            Collection<String> seats,
            @Nullable UUID after,
            int limit,
            LocalDate today) {
        return db.sql(
                        """
                        select distinct hit, kind, number, scheme, status
                        from unnest(:terms) as wanted (term)
                        cross join lateral (
                          select s.hit, s.kind,
                                 coalesce(r.number, e.number, b.scheme || '-B' || b.number,
                                   d.customs_number, under.number, u.number, n.revoked_number) as number,
                                 coalesce(r.scheme, e.scheme, b.scheme, d.scheme, u.scheme, n.scheme)
                                   as scheme,
                                 coalesce(r.status, e.status, d.status, u.status, case
                                   when n.id is null then 'PUBLISHED'
                                   when n.lifted_on is not null then 'LIFTED'
                                   when n.rule = 'YEARS' and n.banned_until < :today then 'OVER'
                                   else 'STANDING' end) as status
                          from search_term s
                          left join request r on s.kind = 'REQUEST' and r.id = s.hit
                          left join entry e on s.kind = 'ENTRY' and e.id = s.hit
                          left join batch b on s.kind = 'BATCH' and b.id = s.hit
                          left join declaration d on s.kind = 'DECLARATION' and d.id = s.hit
                          left join entry under on under.id = d.entry
                          left join unit_listing u on s.kind = 'UNIT' and u.id = s.hit
                          left join ban n on s.kind = 'BAN' and n.id = s.hit
                          where s.term = wanted.term and (:after::uuid is null or s.hit < :after)
                            and (coalesce(r.organisation, e.organisation, d.organisation,
                                   u.organisation, n.organisation) = :own
                              or (r.submitted and r.scheme = any (:seats))
                              or exists (
                                select from mandate m
                                where m.agent = :own and m.unit = r.organisation
                                  and (m.scheme is null or m.scheme = r.scheme)
                                  and m.ended is null and :today between m.valid_from and m.valid_to)
                              or coalesce(e.scheme, b.scheme, d.scheme, u.scheme, n.scheme) = any (:seats))
                          order by s.hit desc limit :limit) as found
                        order by hit desc limit :limit
                        """)
                .param("terms", Term.texts(terms))
                .param("own", own)
                .param("seats", seats.toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .param("today", today)
                .query(SearchIndex::hit)
                .list();
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        return new Hit(
                Hit.Kind.valueOf(row.getString("kind")),
                row.getObject("hit", UUID.class),
                row.getString("number"),
                row.getString("scheme"),
                row.getString("status"));
    }
}
