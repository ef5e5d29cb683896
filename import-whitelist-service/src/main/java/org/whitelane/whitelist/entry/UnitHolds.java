package org.whitelane.whitelist.entry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.Finding;

import java.util.Optional;

/**
 * Whether the unit behind an entry is held back, because its place in the directory of the entry's
 * scheme is suspended: the entry itself lives on, and nothing is imported under it.
 */
@Repository
public class UnitHolds {

    /** Beside an entry: of the place that holds it back the number and the reason, else nothing. */
    public static final String COLUMNS =
            "hold.number as hold_number, hold.status_reason as hold_reason";

    public static final String JOIN =
            """
             left join unit_listing hold on hold.scheme = entry.scheme
               and hold.organisation = entry.organisation and hold.status = 'SUSPENDED'
            """;

    private final JdbcClient db;

    UnitHolds(JdbcClient db) {
        this.db = db;
    }

    /** Asked under the entry's lock, which whoever suspends a place takes first. */
    public Optional<Finding> against(WhitelistEntry entry) {
        return db.sql(
                        """
                        select number, status_reason from unit_listing
                        where scheme = :scheme and organisation = :unit and status = 'SUSPENDED'
                        """)
                .param("scheme", entry.scheme().code())
                .param("unit", entry.holder().organisation())
                .query((row, _) -> finding(row.getString(1), row.getString(2)))
                .optional();
    }

    public static Finding finding(String number, String reason) {
        return new Finding(
                "/entry",
                "unit-suspended",
                "The unit's place %s is suspended: %s".formatted(number, reason));
    }
}
