package org.whitelane.whitelist.desk;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.whitelane.whitelist.core.Officer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Which work is an officer's, in SQL over {@code assignment a} and, for what is wanted of it,
 * {@code request r}: what waits at a desk of their roles for a role in which their organisation
 * sits at the scheme's table, and never about a request in which it is involved, under whichever of
 * its names.
 */
final class Scope {

    static final String MINE =
            """
            a.desk = any (:desks)
              and not (a.involved && coalesce(
                    (select array[lower(p.id), lower(coalesce(p.credit_code, p.id))] from party p where p.id = :own),
                    array[lower(:own::text)]))
              and exists (select 1 from scheme_member m where m.scheme = a.scheme
                          and m.organisation = :own and m.agency_role = any (a.agency_roles))
            """;

    static final String WANTED =
            """
            and (:desk::text is null or a.desk = :desk)
            and (:scheme::text is null or a.scheme = :scheme)
            and (:status::text is null or r.status = :status)
            and (:unit::text is null or a.organisation = :unit)
            and (:dueBefore::date is null or a.due_on < :dueBefore)
            and (:claimant::text is null or (a.claimed_by = :claimant and a.claimed_until > :now))
            and (not :unclaimed or a.claimed_until is null or a.claimed_until <= :now)
            and (:cas::text is null or jsonb_path_exists(r.content, '$.**.casNumber ? (@ == $cas)',
                   jsonb_build_object('cas', :cas::text)))
            and (:hs::text is null or exists (select 1
                   from jsonb_path_query(r.content, '$.**.hsCode') code
                   where code #>> '{}' like :hs || '%'))
            """;

    private Scope() {}

    static StatementSpec wanted(StatementSpec sql, Officer officer, Wanted wanted, Instant now) {
        var unit = wanted.organisation();
        return mine(sql, officer, now)
                .param("desk", wanted.desk() == null ? null : wanted.desk().name())
                .param("scheme", wanted.scheme())
                .param("status", wanted.status() == null ? null : wanted.status().name())
                .param("unit", unit == null ? null : unit.toString())
                .param("dueBefore", wanted.dueBefore())
                .param("claimant", wanted.unclaimed() ? null : wanted.claimant(officer))
                .param("unclaimed", wanted.unclaimed())
                .param("cas", wanted.casNumber())
                .param("hs", wanted.hsCode());
    }

    static StatementSpec mine(StatementSpec sql, Officer officer, Instant now) {
        return sql.param("desks", Desks.of(officer))
                .param("own", officer.organisation() == null ? "" : officer.organisation())
                .param("now", utc(now));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
