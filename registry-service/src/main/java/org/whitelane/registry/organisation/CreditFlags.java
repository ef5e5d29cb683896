package org.whitelane.registry.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Repository
class CreditFlags {

    private final JdbcClient jdbc;

    CreditFlags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID organisation, CreditFlag flag) {
        jdbc.sql(
                        """
                        insert into credit_flag (id, organisation, kind, from_day, to_day, source)
                        values (:id, :organisation, :kind, :from, :to, :source)
                        """)
                .param("id", flag.id())
                .param("organisation", organisation)
                .param("kind", flag.kind().name())
                .param("from", flag.from())
                .param("to", flag.to(), java.sql.Types.DATE)
                .param("source", flag.source())
                .update();
    }

    void lift(CreditFlag flag) {
        jdbc.sql("update credit_flag set to_day = :to, lifted = true where id = :id")
                .param("id", flag.id())
                .param("to", flag.to())
                .update();
    }

    Optional<CreditFlag> find(UUID organisation, UUID id) {
        return jdbc.sql("select * from credit_flag where organisation = :organisation and id = :id")
                .param("organisation", organisation)
                .param("id", id)
                .query(CreditFlags::read)
                .optional();
    }

    List<CreditFlag> of(UUID organisation) {
        return jdbc.sql(
                        "select * from credit_flag where organisation = :organisation order by"
                                + " from_day, id")
                .param("organisation", organisation)
                .query(CreditFlags::read)
                .list();
    }

    private static CreditFlag read(ResultSet rs, int rowNumber) throws SQLException {
        return new CreditFlag(
                rs.getObject("id", UUID.class),
                CreditFlagKind.valueOf(rs.getString("kind")),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("to_day", LocalDate.class),
                rs.getString("source"),
                rs.getBoolean("lifted"));
    }
}
