package org.whitelane.registry.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.kernel.DivisionCode;
import org.whitelane.kernel.UnifiedSocialCreditCode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Repository
class Organisations {

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the credit code is taken; a conflict must not abort the caller's transaction. */
    boolean add(Organisation organisation, Instant now) {
        return jdbc.sql(
                                """
                                insert into organisation (id, credit_code, credit_code_check, override_reason, name_zh,
                                    name_en, types, registered_division, pilot_areas, status, version, registered_at)
                                values (:id, :creditCode, :creditCodeCheck, :overrideReason, :nameZh,
                                    :nameEn, :types, :division, :pilotAreas, :status, :version, :now)
                                on conflict (credit_code) do nothing
                                """)
                        .param("id", organisation.id())
                        .param("creditCode", organisation.creditCode().value())
                        .param("creditCodeCheck", organisation.creditCodeCheck())
                        .param("overrideReason", organisation.overrideReason())
                        .param("nameZh", organisation.nameZh())
                        .param("nameEn", organisation.nameEn())
                        .param("types", texts(organisation.types()))
                        .param("division", organisation.registeredDivision().value())
                        .param("pilotAreas", texts(organisation.pilotAreas()))
                        .param("status", organisation.status().name())
                        .param("version", organisation.version())
                        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Organisation> find(UUID id) {
        return jdbc.sql("select * from organisation where id = :id")
                .param("id", id)
                .query(Organisations::read)
                .optional();
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<Organisation> lock(UUID id) {
        return jdbc.sql("select * from organisation where id = :id for update")
                .param("id", id)
                .query(Organisations::read)
                .optional();
    }

    /** The row is locked by {@link #lock}. */
    void change(Organisation organisation) {
        jdbc.sql("update organisation set status = :status, version = :version where id = :id")
                .param("id", organisation.id())
                .param("status", organisation.status().name())
                .param("version", organisation.version())
                .update();
    }

    /** In order of registration. */
    List<Listed> after(long seq, int limit) {
        return jdbc.sql("select * from organisation where seq > :seq order by seq limit :limit")
                .param("seq", seq)
                .param("limit", limit)
                .query((rs, n) -> new Listed(rs.getLong("seq"), read(rs, n)))
                .list();
    }

    private static Organisation read(ResultSet rs, int rowNumber) throws SQLException {
        return new Organisation(
                rs.getObject("id", UUID.class),
                UnifiedSocialCreditCode.parseLenient(rs.getString("credit_code")),
                rs.getString("override_reason"),
                rs.getString("name_zh"),
                rs.getString("name_en"),
                texts(rs, "types").stream().map(OrganisationType::valueOf).toList(),
                new DivisionCode(rs.getString("registered_division")),
                texts(rs, "pilot_areas"),
                OrganisationStatus.valueOf(rs.getString("status")),
                rs.getLong("version"));
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        return Arrays.asList((String[]) rs.getArray(column).getArray());
    }

    private static String[] texts(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
