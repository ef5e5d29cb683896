package org.whitelane.whitelist.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.QuotaSettings;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** A customs check is one statement, and finds its way by indexes among 100,000 entries. */
class CustomsCheckPlanTests extends ServiceTestBase {

    private static final String[] A_LARGE_CITY = {
        "set local session_replication_role = replica",
        """
        insert into scheme_version (code, version, definition, loaded_at)
        select 'PLAN-' || n, 1, '{}', now() from generate_series(1, 3000) n
        """,
        """
        insert into scheme_member (scheme, agency_role, organisation, bound_at)
        select 'PLAN-' || n, 'CUSTOMS', 'office-' || n, now() from generate_series(1, 3000) n
        """,
        """
        insert into party (id, name_zh, version, body)
        select 'unit-' || n, 'x', 1, '{}' from generate_series(1, 20000) n
        """,
        """
        insert into entry (id, number, scheme, scheme_version, batch, batch_number, sequence, request,
          organisation, organisation_version, unit_name, article_key, article, quantity, quantity_unit,
          waived_documents, valid_from, status, questions, version)
        select gen_random_uuid(), 'PLAN-B1-' || n, 'PLAN-' || (n % 3000 + 1), 1, gen_random_uuid(), 1, n,
          gen_random_uuid(), 'unit-' || (n % 20000 + 1), 1, 'x', 'cas:' || n, '{}', 10, 'g', '[]',
          current_date, 'ACTIVE', '[]', 1
        from generate_series(1, 100000) n
        """,
        """
        insert into declaration (id, entry, scheme, organisation, status, stated_amount, stated_unit,
          quantity, quantity_unit, released, received, held, version)
        select gen_random_uuid(), gen_random_uuid(), 'PLAN-1', 'unit-1', 'PLANNED', 1, 'g', 1, 'g', 0, 0, 0, 1
        from generate_series(1, 20000) n
        """,
        "analyze scheme_version, scheme_member, party, entry, declaration"
    };

    @Autowired private DataSource source;
    @Autowired private QuotaSettings settings;

    @Test
    void asksOnce() {
        var statements = new AtomicInteger();
        var checks = new CustomsChecks(JdbcClient.create(counting(statements)), settings);
        var office = new Officer("customs-1", "nobody", Set.of("CUSTOMS_OFFICER"));

        var verdict =
                checks.check(
                        new CustomsQuestion(
                                "TJ-2022-B1-1",
                                "unit",
                                "3913900090",
                                new Amount("1", "g"),
                                LocalDate.of(2026, 3, 2),
                                "天津海关",
                                null,
                                null),
                        office);

        assertThat(verdict.admissible()).isFalse();
        assertThat(statements).hasValue(1);
    }

    @Test
    @Tag("slow")
    void readsNoTableFromEndToEnd() throws SQLException {
        var database = Infra.database("whitelist");
        var root = Infra.superuser();
        try (var connection =
                DriverManager.getConnection(database.url(), root.username(), root.password())) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (var sql : A_LARGE_CITY) {
                    statement.execute(sql);
                }
            }
            var plan =
                    JdbcClient.create(new SingleConnectionDataSource(connection, true))
                            .sql("explain " + CustomsChecks.SELECT)
                            .param("number", "PLAN-B1-77777")
                            .param("office", "office-7")
                            .param("reservation", UUID.randomUUID())
                            .query(String.class)
                            .list();
            connection.rollback();

            assertThat(String.join("\n", plan)).contains("Index").doesNotContain("Seq Scan");
        }
    }

    private DataSource counting(AtomicInteger statements) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                return (Connection)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (_, method, arguments) -> {
                                    if (method.getName().startsWith("prepareStatement")
                                            || method.getName().startsWith("createStatement")) {
                                        statements.incrementAndGet();
                                    }
                                    try {
                                        return method.invoke(connection, arguments);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
            }
        };
    }
}
