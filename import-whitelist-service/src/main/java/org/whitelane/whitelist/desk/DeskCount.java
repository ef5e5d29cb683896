package org.whitelane.whitelist.desk;

import org.whitelane.whitelist.request.ClockReading.Desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * How much waits at a desk for an officer.
 *
 * @param overdue past a due day that is certain
 * @param ages by the calendar days that the work has waited
 */
public record DeskCount(
        Desk desk, int waiting, int unclaimed, int mine, int overdue, List<Age> ages) {

    public DeskCount {
        ages = List.copyOf(ages);
    }

    /**
     * @param days e.g. {@code 3-5}
     */
    public record Age(String days, int count) {}

    static DeskCount of(ResultSet row) throws SQLException {
        return new DeskCount(
                Desk.valueOf(row.getString("desk")),
                row.getInt("waiting"),
                row.getInt("unclaimed"),
                row.getInt("mine"),
                row.getInt("overdue"),
                List.of(
                        new Age("0-2", row.getInt("upto2")),
                        new Age("3-5", row.getInt("upto5")),
                        new Age("6-10", row.getInt("upto10")),
                        new Age("11-20", row.getInt("upto20")),
                        new Age("over 20", row.getInt("older"))));
    }
}
