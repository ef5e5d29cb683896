package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

class JournalMetricsTests {

    @Test
    void asksADatabaseThatIsAwayOncePerScrape() {
        var away = new Away();
        var meters = new SimpleMeterRegistry();
        new JournalMetrics(new JournalStatus(JdbcClient.create(away)), "registry").bindTo(meters);

        var levels = meters.getMeters().stream().map(m -> ((Gauge) m).value()).toList();

        assertThat(levels).hasSizeGreaterThan(4).containsOnly(Double.NaN);
        assertThat(away.asked).hasValue(1);
    }

    private static final class Away extends AbstractDataSource {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            throw new SQLException("away", "08001");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
