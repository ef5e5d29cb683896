package org.whitelane.whitelist.party;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.kernel.CalendarYear;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.whitelist.core.Json;

import java.time.LocalDate;
import java.util.Set;

/** The projected working-day calendar. */
@Repository
public class Calendars {

    /** The longest legal period spans one turn of the year; two more years cost nothing. */
    private static final int YEARS_AHEAD = 2;

    private final JdbcClient db;

    Calendars(JdbcClient db) {
        this.db = db;
    }

    /** Enough years to count from that day. */
    public WorkingDayCalendar from(LocalDate day) {
        return WorkingDayCalendar.of(
                db.sql("select body from calendar_year where year between :first and :last")
                        .param("first", day.getYear())
                        .param("last", day.getYear() + YEARS_AHEAD)
                        .query((row, _) -> Json.read(row.getString("body"), Days.class).toYear())
                        .list());
    }

    void save(CalendarYear year, int version, String source) {
        db.sql(
                        """
                        insert into calendar_year (year, version, source, body)
                        values (:year, :version, :source, :body::jsonb)
                        on conflict (year) do update
                        set version = excluded.version, source = excluded.source, body = excluded.body
                        """)
                .param("year", year.year())
                .param("version", version)
                .param("source", source)
                .param("body", Json.write(Days.of(year)))
                .update();
    }

    void clear() {
        db.sql("delete from calendar_year").update();
    }

    /** As stored; the kernel's record is free to change its shape. */
    record Days(int year, Set<LocalDate> holidays, Set<LocalDate> workdays) {

        static Days of(CalendarYear year) {
            return new Days(year.year(), year.holidays(), year.workdays());
        }

        CalendarYear toYear() {
            return new CalendarYear(year, holidays, workdays);
        }
    }
}
