package org.whitelane.chassis.journal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.security.PublicPaths;
import org.whitelane.chassis.web.Cursors;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
class JournalWebConfiguration {

    /**
     * Bytes of event values in one page; a page holds one event at least. Less than the relay's
     * batch: of the relay there is one, of readers there are many at a time.
     */
    static final int PAGE_BYTES = 1024 * 1024;

    /** Records read at once from a topic that is read as a whole. */
    private static final int SCAN = 500;

    @Bean
    CheckpointController checkpointController(
            Checkpoints checkpoints, JdbcClient jdbc, Cursors cursors) {
        return new CheckpointController(checkpoints, new Links(jdbc, PAGE_BYTES), cursors);
    }

    @Bean
    CheckpointKeyController checkpointKeyController(CheckpointKeys keys) {
        return new CheckpointKeyController(keys);
    }

    @Bean
    PublicPaths publicCheckpointKeys(@Value("${whitelane.api-path}") String apiPath) {
        return PublicPaths.of("GET /api/v1/" + apiPath + "/checkpoint-keys");
    }

    @Bean
    CheckpointAdminController checkpointAdminController(
            Checkpoints checkpoints,
            CheckpointKeys keys,
            Journal journal,
            @Value("${whitelane.service}") String service) {
        return new CheckpointAdminController(checkpoints, keys, journal, service);
    }

    @Bean
    StreamAdminController streamAdminController(JournalStatus status, Journal journal) {
        return new StreamAdminController(status, journal);
    }

    @Bean
    TakenOver takenOver(JdbcClient jdbc) {
        return new TakenOver(jdbc);
    }

    @Bean
    TakeOverService takeOverService(
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            TakenOver takenOver,
            RelayKafka kafka,
            Journal journal) {
        return new TakeOverService(
                new TransactionTemplate(transactions),
                takenOver,
                new Links(jdbc, PAGE_BYTES),
                new TopicScan(kafka, SCAN),
                journal);
    }

    @Bean
    TakeOverController takeOverController(
            TakeOverService service, TakenOver takenOver, Cursors cursors) {
        return new TakeOverController(service, takenOver, cursors);
    }

    @Bean
    HistoryController historyController(
            JdbcClient jdbc,
            ObjectProvider<ObjectReaders> readers,
            Cursors cursors,
            @Value("${whitelane.service}") String service) {
        return new HistoryController(
                new HistoryList(jdbc), readers.orderedStream().toList(), cursors, service);
    }

    @Bean
    @ConditionalOnProperty("whitelane.journal.auditor.username")
    AuditController auditController(AuditDesk desk, Cursors cursors) {
        return new AuditController(desk, cursors);
    }

    @Bean
    @ConditionalOnProperty("whitelane.journal.eraser.username")
    ErasureController erasureController(JournalErasure erasure) {
        return new ErasureController(erasure);
    }
}
