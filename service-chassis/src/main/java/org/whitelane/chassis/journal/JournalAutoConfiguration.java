package org.whitelane.chassis.journal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.observability.ObservabilityAutoConfiguration;
import org.whitelane.chassis.observability.Traces;

import java.time.Clock;
import java.util.Objects;

/** The journal of every service with a database: without the relay's credentials there is none. */
@AutoConfiguration(
        after = {
            JdbcClientAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            KafkaAutoConfiguration.class,
            ObservabilityAutoConfiguration.class
        })
@ConditionalOnProperty("whitelane.journal.relay.password")
@EnableConfigurationProperties(JournalSettings.class)
@Import({
    JournalWebConfiguration.class,
    PublicFeedConfiguration.class,
    CheckpointConfiguration.class
})
public class JournalAutoConfiguration {

    private final String service;

    JournalAutoConfiguration(@Value("${whitelane.service}") String service) {
        this.service = service;
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WakeUp journalWakeUp() {
        return new WakeUp();
    }

    @Bean
    Journal journal(JdbcClient jdbc, Clock clock, WakeUp wakeUp) {
        return new JdbcJournal(jdbc, clock, wakeUp, service);
    }

    @Bean
    RelayKafka journalRelayKafka(
            KafkaProperties kafka,
            KafkaConnectionDetails broker,
            Traces traces,
            JournalSettings settings) {
        return new RelayKafka(kafka, broker, traces, settings.patience());
    }

    @Bean
    LeaderLoop journalLeaderLoop(
            JdbcConnectionDetails database,
            JournalSettings settings,
            WakeUp wakeUp,
            RelayKafka kafka) {
        var connections = new RelayConnections(database.getJdbcUrl(), settings);
        return new LeaderLoop(connections, settings, wakeUp, kafka, service);
    }

    @Bean
    StartGate journalStartGate(LeaderLoop leader) {
        return new StartGate(leader);
    }

    @Bean
    JournalStatus journalStatus(JdbcClient jdbc) {
        return new JournalStatus(jdbc);
    }

    @Bean
    JournalMetrics journalMetrics(JournalStatus status) {
        return new JournalMetrics(status, service);
    }

    @Bean
    JournalHealth journalHealthIndicator(JournalStatus status, LeaderLoop leader) {
        return new JournalHealth(status, leader);
    }

    /**
     * Opens a connection per erasure: they are rare, and the role must not lie around in a pool.
     */
    @Bean
    @ConditionalOnProperty("whitelane.journal.eraser.username")
    JournalErasure journalErasure(
            JdbcConnectionDetails database, JournalSettings settings, Clock clock, WakeUp wakeUp) {
        var eraser = Objects.requireNonNull(settings.eraser());
        var connections =
                new DriverManagerDataSource(
                        database.getJdbcUrl(), eraser.username(), eraser.password());
        var jdbc = JdbcClient.create(connections);
        var journal = new JdbcJournal(jdbc, clock, wakeUp, service);
        return new JournalErasure(new JdbcTransactionManager(connections), jdbc, journal, service);
    }

    /** A connection per page: auditors are few, and the role must not lie around in a pool. */
    @Bean
    @ConditionalOnProperty("whitelane.journal.auditor.username")
    AuditDesk auditDesk(
            JdbcConnectionDetails database,
            JournalSettings settings,
            Journal journal,
            PlatformTransactionManager transactions) {
        var auditor = Objects.requireNonNull(settings.auditor());
        var connections =
                new DriverManagerDataSource(
                        database.getJdbcUrl(), auditor.username(), auditor.password());
        var trail = new AuditTrail(JdbcClient.create(connections));
        return new AuditDesk(trail, journal, new TransactionTemplate(transactions), service);
    }
}
