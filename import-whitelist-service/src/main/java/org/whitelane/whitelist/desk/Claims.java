package org.whitelane.whitelist.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.Officer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who took which work, until when. */
@Repository
class Claims {

    private final JdbcClient db;

    Claims(JdbcClient db) {
        this.db = db;
    }

    /**
     * The oldest due that nobody holds, for one officer only: whoever asks at the same instant
     * passes over the row that is being taken.
     */
    Optional<UUID> takeNext(Officer officer, Wanted wanted, Instant now, Instant until) {
        return Scope.wanted(
                        db.sql(
                                """
                                with free as (
                                    select a.request, a.slot from assignment a join request r on r.id = a.request
                                    where\
                                """
                                        + " "
                                        + Scope.MINE
                                        + Scope.WANTED
                                        + """
                                              and (a.claimed_until is null or a.claimed_until <= :now)
                                            order by coalesce(a.due_on, date '9999-12-31'), a.request, a.slot
                                            limit 1 for update of a skip locked)
                                        update assignment a
                                        set claimed_by = :by, claimed_until = :until, claimed_role = (
                                            select m.agency_role from scheme_member m
                                            where m.scheme = a.scheme and m.organisation = :own)
                                        from free where a.request = free.request and a.slot = free.slot
                                        returning a.request
                                        """),
                        officer,
                        wanted,
                        now)
                .param("by", officer.subject())
                .param("until", Scope.utc(until))
                .query(UUID.class)
                .optional();
    }

    /** False when a colleague holds it. */
    boolean claim(
            Waiting work,
            Officer officer,
            String by,
            Instant now,
            Instant until,
            boolean evenIfHeld) {
        return Scope.mine(
                                db.sql(
                                        """
                                        update assignment a
                                        set claimed_by = :by, claimed_until = :until, claimed_role = (
                                            select m.agency_role from scheme_member m
                                            where m.scheme = a.scheme and m.organisation = :own)
                                        where\
                                        """
                                                + " "
                                                + Scope.MINE
                                                + """
                                                  and a.request = :request and a.slot = :slot
                                                  and (:even or a.claimed_until is null or a.claimed_until <= :now or a.claimed_by = :by)
                                                """),
                                officer,
                                now)
                        .param("by", by)
                        .param("until", Scope.utc(until))
                        .param("request", work.request())
                        .param("slot", work.slot())
                        .param("even", evenIfHeld)
                        .update()
                == 1;
    }

    void release(Waiting work) {
        db.sql(
                        """
                        update assignment set claimed_by = null, claimed_until = null, claimed_role = null
                        where request = :request and slot = :slot
                        """)
                .param("request", work.request())
                .param("slot", work.slot())
                .update();
    }
}
