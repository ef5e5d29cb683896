package org.whitelane.whitelist.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.request.ClockReading.Limit;
import org.whitelane.whitelist.request.RequestCommand;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The stored due days of limits that run, and what was told of them. */
@Repository
class Deadlines {

    private final JdbcClient db;

    Deadlines(JdbcClient db) {
        this.db = db;
    }

    /** As stored. */
    List<Due> of(UUID request) {
        return db.sql(
                        "select step, due_on, provisional from deadline where request = :request"
                                + " order by step")
                .param("request", request)
                .query(
                        (row, _) ->
                                new Due(
                                        row.getString("step"),
                                        row.getObject("due_on", LocalDate.class),
                                        row.getBoolean("provisional")))
                .list();
    }

    /** Whatever may rest on a calendar that arrived. */
    void markStale(int year, @Nullable String cause) {
        db.sql(
                        """
                        update deadline set stale = true, cause = :cause
                        where provisional or due_on >= make_date(:year, 1, 1)
                        """)
                .param("year", year)
                .param("cause", cause)
                .update();
    }

    List<Stale> stale() {
        return db.sql("select distinct request, cause from deadline where stale order by request")
                .query(
                        (row, _) ->
                                new Stale(
                                        row.getObject("request", UUID.class),
                                        row.getString("cause")))
                .list();
    }

    /**
     * Requests with a certain day up to the given one of which not everything was told, or on which
     * they should have lapsed.
     */
    List<UUID> until(LocalDate lead, LocalDate today) {
        return db.sql(
                        """
                        select distinct d.request from deadline d
                        where not d.provisional and d.due_on <= :lead
                          and (d.step = any (:lapsing) and d.due_on < :today
                            or not exists (
                              select 1 from deadline_told t
                              where t.request = d.request and t.step = d.step and t.due_on = d.due_on
                                and (t.what = 'MISSED' or d.due_on >= :today)))
                        order by d.request
                        """)
                .param("lead", lead)
                .param("lapsing", RequestCommand.Lapse.LIMITS.toArray(String[]::new))
                .param("today", today)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** True the first time, whoever asks. */
    boolean tell(UUID request, Limit limit, String what, LocalDate today) {
        return db.sql(
                                """
                                insert into deadline_told (request, step, due_on, what, told_on)
                                values (:request, :step, :due, :what, :today)
                                on conflict do nothing
                                """)
                        .param("request", request)
                        .param("step", limit.step())
                        .param("due", limit.dueOn())
                        .param("what", what)
                        .param("today", today)
                        .update()
                == 1;
    }

    record Due(String step, LocalDate dueOn, boolean provisional) {

        static Due of(Limit limit) {
            return new Due(limit.step(), limit.dueOn(), limit.provisional());
        }
    }

    /**
     * @param cause id of the event that brought the calendar
     */
    record Stale(UUID request, @Nullable String cause) {}
}
