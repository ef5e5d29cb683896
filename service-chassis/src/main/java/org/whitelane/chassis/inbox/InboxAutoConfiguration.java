package org.whitelane.chassis.inbox;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.journal.JournalAutoConfiguration;
import org.whitelane.chassis.observability.Traces;
import org.whitelane.chassis.web.WebEdgeAutoConfiguration;

import java.time.Clock;
import java.util.List;

/** The inbox of every service that declares an {@link InboxConsumer}. */
@AutoConfiguration(after = {JournalAutoConfiguration.class, WebEdgeAutoConfiguration.class})
@ConditionalOnBean(InboxConsumer.class)
@EnableConfigurationProperties(InboxSettings.class)
@Import(InboxWebConfiguration.class)
public class InboxAutoConfiguration {

    private final String service;
    private final InboxSettings settings;

    InboxAutoConfiguration(@Value("${whitelane.service}") String service, InboxSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    @Bean
    InboxKafka inboxKafka(KafkaProperties properties, KafkaConnectionDetails connection) {
        return new InboxKafka(properties, connection);
    }

    @Bean
    ParkingLot inboxParkingLot(JdbcClient jdbc, Clock clock) {
        return new ParkingLot(jdbc, clock);
    }

    @Bean
    InboxRows inboxRows(JdbcClient jdbc) {
        return new InboxRows(jdbc);
    }

    @Bean
    InboxBacklog inboxBacklog(JdbcClient jdbc) {
        return new InboxBacklog(jdbc);
    }

    @Bean
    Skips inboxSkips(JdbcClient jdbc) {
        return new Skips(jdbc);
    }

    @Bean
    Rebuilds inboxRebuilds(JdbcClient jdbc) {
        return new Rebuilds(jdbc);
    }

    @Bean
    LaneQueue inboxLaneQueue(
            PlatformTransactionManager transactions, InboxRows rows, ParkingLot lot, Skips skips) {
        return new LaneQueue(transactions, rows, lot, skips, tries());
    }

    @Bean
    Inbox inbox(
            PlatformTransactionManager transactions,
            InboxRows rows,
            Rebuilds rebuilds,
            LaneQueue queue) {
        return new Inbox(new TransactionTemplate(transactions), rows, rebuilds, queue, tries());
    }

    @Bean
    InboxListeners inboxListeners(
            List<InboxConsumer> consumers, Inbox inbox, MeterRegistry meters, Traces traces) {
        var spans = new ProcessSpans(traces, service);
        return InboxListeners.of(consumers.stream().map(spans::around).toList(), inbox, meters);
    }

    @Bean
    InboxContainers inboxContainers(InboxKafka kafka, InboxListeners listeners, Rebuilds rebuilds) {
        return new InboxContainers(
                service, settings, kafka.consumers(settings.pollRecords()), listeners, rebuilds);
    }

    @Bean
    GroupOffsets inboxGroupOffsets(InboxKafka kafka) {
        return new GroupOffsets(kafka.admin(), service);
    }

    @Bean
    InboxLag inboxLag(GroupOffsets offsets) {
        return new InboxLag(offsets);
    }

    @Bean
    Rebuilding inboxRebuilding(
            PlatformTransactionManager transactions,
            InboxRows rows,
            Rebuilds rebuilds,
            GroupOffsets offsets) {
        return new Rebuilding(new TransactionTemplate(transactions), rows, rebuilds, offsets);
    }

    @Bean
    RebuildWatch inboxRebuildWatch(
            List<InboxConsumer> consumers,
            Rebuilds rebuilds,
            InboxContainers containers,
            Rebuilding rebuilding) {
        return new RebuildWatch(
                consumers, rebuilds, containers, rebuilding, settings.watchInterval());
    }

    @Bean
    ParkedList inboxParkedList(JdbcClient jdbc) {
        return new ParkedList(jdbc);
    }

    @Bean
    InboxWatch inboxWatch(
            List<InboxConsumer> consumers, InboxLag lag, ParkedList parked, MeterRegistry meters) {
        var watch = new InboxWatch(consumers, lag, parked, settings.watchInterval());
        watch.bindTo(meters);
        return watch;
    }

    @Bean
    InboxHealth inboxHealthIndicator(
            InboxListeners listeners, InboxContainers containers, InboxWatch watch) {
        return new InboxHealth(listeners, containers, watch);
    }

    private Tries tries() {
        return new Tries(settings.tries(), settings.tryBackOff());
    }
}
