package org.whitelane.whitelist.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.desk.Deadlines.Due;
import org.whitelane.whitelist.request.ClockReading;
import org.whitelane.whitelist.request.Ties;
import org.whitelane.whitelist.request.WhitelistRequest;

/** The stored work of the desks, and the days it is due. */
@Repository
class Assignments {

    private final JdbcClient db;

    Assignments(JdbcClient db) {
        this.db = db;
    }

    /**
     * What waits now takes the place of what waited before, and so do the limits that run; what
     * stays keeps its claim. One way to the database for both: every move goes it.
     */
    void replace(WhitelistRequest request, ClockReading reading) {
        db.sql(
                        """
                        with wanted as (
                            select * from jsonb_to_recordset(:rows::jsonb)
                              as w(slot text, desk text, "agencyRoles" jsonb, "dueOn" date, provisional boolean)),
                        gone as (
                            delete from assignment
                            where request = :request and slot not in (select slot from wanted)),
                        running as (
                            select * from jsonb_to_recordset(:limits::jsonb)
                              as r(step text, "dueOn" date, provisional boolean)),
                        over as (
                            delete from deadline
                            where request = :request and step not in (select step from running)),
                        due as (
                            insert into deadline (request, step, due_on, provisional)
                            select :request, step, "dueOn", provisional from running
                            on conflict (request, step) do update
                            set due_on = excluded.due_on, provisional = excluded.provisional,
                                stale = false, cause = null)
                        insert into assignment (request, slot, desk, scheme, organisation, involved,
                            agency_roles, since, due_on, provisional)
                        select :request, slot, desk, :scheme, :organisation, :involved,
                            array(select jsonb_array_elements_text("agencyRoles")), :today, "dueOn", provisional
                        from wanted
                        on conflict (request, slot) do update
                        set involved = excluded.involved, agency_roles = excluded.agency_roles,
                            due_on = excluded.due_on, provisional = excluded.provisional
                        """)
                .param("rows", Json.write(Assignment.of(request, reading)))
                .param("limits", Json.write(reading.running().stream().map(Due::of).toList()))
                .param("request", request.id())
                .param("scheme", request.scheme().code())
                .param("organisation", request.organisation())
                .param("involved", Ties.involvedIn(request).toArray(String[]::new))
                .param("today", reading.asOf())
                .update();
    }
}
