package org.whitelane.registry.credential;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.chassis.security.Role;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

@Repository
class Credentials {

    private final JdbcClient jdbc;

    Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Credential credential, Instant now) {
        jdbc.sql(
                        """
                        insert into credential (client_id, secret_hash, organisation, roles, status, version, issued_at)
                        values (:clientId, :secretHash, :organisation, :roles, :status, :version, :now)
                        """)
                .param("clientId", credential.clientId())
                .param("secretHash", credential.secretHash())
                .param("organisation", credential.organisation())
                .param("roles", credential.roles().stream().map(Enum::name).toArray(String[]::new))
                .param("status", credential.status().name())
                .param("version", credential.version())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** The row is locked by {@link #lock}. */
    void changeStatus(Credential credential) {
        jdbc.sql(
                        """
                        update credential set status = :status, version = :version
                        where client_id = :clientId
                        """)
                .param("clientId", credential.clientId())
                .param("status", credential.status().name())
                .param("version", credential.version())
                .update();
    }

    Optional<Credential> find(String clientId) {
        return select("", clientId);
    }

    /** Keeps others from changing it until the transaction ends. */
    Optional<Credential> lock(String clientId) {
        return select(" for update", clientId);
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from credential)").query(Boolean.class).single();
    }

    private Optional<Credential> select(String suffix, String clientId) {
        return jdbc.sql("select * from credential where client_id = :clientId" + suffix)
                .param("clientId", clientId)
                .query(Credentials::read)
                .optional();
    }

    private static Credential read(ResultSet rs, int rowNumber) throws SQLException {
        var roles = (String[]) rs.getArray("roles").getArray();
        return new Credential(
                rs.getString("client_id"),
                rs.getString("secret_hash"),
                rs.getObject("organisation", UUID.class),
                Arrays.stream(roles).map(Role::valueOf).toList(),
                Credential.Status.valueOf(rs.getString("status")),
                rs.getLong("version"));
    }
}
