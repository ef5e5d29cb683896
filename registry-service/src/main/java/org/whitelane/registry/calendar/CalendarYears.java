package org.whitelane.registry.calendar;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.kernel.CalendarYear;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@Repository
class CalendarYears {

    private final JdbcClient jdbc;

    CalendarYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ImportedYear year, Instant now) {
        jdbc.sql(
                        """
                        insert into calendar_year (year, version, source, holidays, workdays, imported_at)
                        values (:year, :version, :source, :holidays::date[], :workdays::date[], :now)
                        """)
                .param("year", year.year())
                .param("version", year.version())
                .param("source", year.source())
                .param("holidays", texts(year.days().holidays()))
                .param("workdays", texts(year.days().workdays()))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    Optional<ImportedYear> newest(int year) {
        return between(year, year).stream().findFirst();
    }

    /** The newest version of each year. */
    List<ImportedYear> between(int first, int last) {
        return jdbc.sql(
                        """
                        select distinct on (year) * from calendar_year
                        where year between :first and :last order by year, version desc
                        """)
                .param("first", first)
                .param("last", last)
                .query(CalendarYears::read)
                .list();
    }

    private static ImportedYear read(ResultSet rs, int rowNumber) throws SQLException {
        var days = new CalendarYear(rs.getInt("year"), days(rs, "holidays"), days(rs, "workdays"));
        return new ImportedYear(days, rs.getInt("version"), rs.getString("source"));
    }

    private static Set<LocalDate> days(ResultSet rs, String column) throws SQLException {
        return Arrays.stream((Date[]) rs.getArray(column).getArray())
                .map(Date::toLocalDate)
                .collect(Collectors.toSet());
    }

    private static String[] texts(Set<LocalDate> days) {
        return days.stream().sorted().map(LocalDate::toString).toArray(String[]::new);
    }
}
