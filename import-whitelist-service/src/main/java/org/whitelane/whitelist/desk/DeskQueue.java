package org.whitelane.whitelist.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.ClockReading.Desk;
import org.whitelane.whitelist.request.RequestStatus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What waits for an officer. */
@Repository
class DeskQueue {

    /** Sorts behind every due day. */
    static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    private static final String LINE =
            """
            select a.request, a.slot, r.number, a.scheme, a.organisation, r.status, r.version, a.desk,
                   a.agency_roles, a.since, a.due_on, a.provisional, a.claimed_by, a.claimed_role,
                   case when a.claimed_until > :now then a.claimed_until end as claimed_until,
                   array(select name #>> '{}' from jsonb_path_query(r.content, '$.**.nameEn') name) as articles
            from assignment a join request r on r.id = a.request
            where
            """;

    private final JdbcClient db;

    DeskQueue(JdbcClient db) {
        this.db = db;
    }

    /** By due day; those without one come last. */
    List<Waiting> page(
            Officer officer, Wanted wanted, @Nullable Place after, int limit, Instant now) {
        return Scope.wanted(
                        db.sql(
                                LINE
                                        + Scope.MINE
                                        + Scope.WANTED
                                        + """
                                        and (:afterRequest::uuid is null
                                             or (coalesce(a.due_on, date '9999-12-31'), a.request, a.slot)
                                                > (:afterDay::date, :afterRequest::uuid, :afterSlot::text))
                                        order by coalesce(a.due_on, date '9999-12-31'), a.request, a.slot limit :limit
                                        """),
                        officer,
                        wanted,
                        now)
                .param("afterDay", after == null ? null : after.day())
                .param("afterRequest", after == null ? null : after.request())
                .param("afterSlot", after == null ? null : after.slot())
                .param("limit", limit)
                .query(DeskQueue::waiting)
                .list();
    }

    /** Whatever of a request waits for the officer. */
    List<Waiting> of(UUID request, Officer officer, Instant now) {
        return Scope.mine(
                        db.sql(LINE + Scope.MINE + "and a.request = :request order by a.slot"),
                        officer,
                        now)
                .param("request", request)
                .query(DeskQueue::waiting)
                .list();
    }

    /** By desk: how much waits, and for how long. */
    List<DeskCount> counts(Officer officer, LocalDate today, Instant now) {
        return Scope.mine(
                        db.sql(
                                """
                                select a.desk, count(*) as waiting,
                                  count(*) filter (where a.claimed_until is null or a.claimed_until <= :now) as unclaimed,
                                  count(*) filter (where a.claimed_by = :by and a.claimed_until > :now) as mine,
                                  count(*) filter (where a.due_on < :today and not a.provisional) as overdue,
                                  count(*) filter (where :today - a.since <= 2) as upto2,
                                  count(*) filter (where :today - a.since between 3 and 5) as upto5,
                                  count(*) filter (where :today - a.since between 6 and 10) as upto10,
                                  count(*) filter (where :today - a.since between 11 and 20) as upto20,
                                  count(*) filter (where :today - a.since > 20) as older
                                from assignment a where
                                """
                                        + Scope.MINE
                                        + " group by a.desk order by a.desk"),
                        officer,
                        now)
                .param("by", officer.subject())
                .param("today", today)
                .query((row, _) -> DeskCount.of(row))
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        var until = row.getObject("claimed_until", OffsetDateTime.class);
        return new Waiting(
                row.getObject("request", UUID.class),
                row.getString("slot"),
                row.getString("number"),
                row.getString("scheme"),
                row.getString("organisation"),
                RequestStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                Desk.valueOf(row.getString("desk")),
                texts(row, "agency_roles"),
                texts(row, "articles"),
                row.getObject("since", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("provisional"),
                until == null
                        ? null
                        : new Waiting.Claim(
                                row.getString("claimed_by"),
                                row.getString("claimed_role"),
                                until.toInstant()));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** Where a page ends. */
    record Place(LocalDate day, UUID request, String slot) {

        static Place of(Waiting last) {
            var due = last.dueOn();
            return new Place(due == null ? NO_DAY : due, last.request(), last.slot());
        }
    }
}
