package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.EntryRow;
import org.whitelane.whitelist.entry.QuotaSettings;
import org.whitelane.whitelist.entry.UnitHolds;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Answers customs with one statement: entry, rules, holder, reservation and the asking office's
 * seat at the scheme's table.
 */
@Service
public class CustomsChecks {

    static final String SELECT =
            "select "
                    + EntryRow.COLUMNS
                    + """
                      , scheme_version.definition, party.credit_code, declaration.held,
                    """
                    + UnitHolds.COLUMNS
                    + """
                     from entry
                    join scheme_version on scheme_version.code = entry.scheme
                      and scheme_version.version = entry.scheme_version
                    join scheme_member on scheme_member.scheme = entry.scheme
                      and scheme_member.organisation = :office
                    left join party on party.id = entry.organisation
                    left join declaration on declaration.id = :reservation
                      and declaration.entry = entry.id
                    """
                    + UnitHolds.JOIN
                    + "where entry.number = :number";

    private final JdbcClient db;
    private final QuotaSettings settings;

    CustomsChecks(JdbcClient db, QuotaSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** An entry of a scheme at whose table the officer does not sit is not there. */
    public CustomsVerdict check(CustomsQuestion question, Officer officer) {
        return db.sql(SELECT)
                .param("number", question.entryNumber())
                .param("office", officer.organisation())
                .param("reservation", question.reservation())
                .query(CustomsChecks::seen)
                .optional()
                .map(
                        seen ->
                                CustomsVerdict.of(
                                        question,
                                        seen,
                                        settings.reading(seen.scheme()).orElse(null)))
                .orElseGet(() -> CustomsVerdict.unknown(question));
    }

    private static CustomsVerdict.Seen seen(ResultSet row, int number) throws SQLException {
        @Nullable BigDecimal held = row.getBigDecimal("held");
        var hold = row.getString("hold_number");
        return new CustomsVerdict.Seen(
                EntryRow.read(row, number),
                Json.read(row.getString("definition"), PilotScheme.class),
                row.getString("credit_code"),
                held == null ? BigDecimal.ZERO : held,
                hold == null ? null : UnitHolds.finding(hold, row.getString("hold_reason")));
    }
}
