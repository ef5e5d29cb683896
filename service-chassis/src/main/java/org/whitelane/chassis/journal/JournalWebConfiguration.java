package org.whitelane.chassis.journal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.chassis.web.Cursors;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
class JournalWebConfiguration {

    /**
     * Bytes of event values in one page; a page holds one event at least. Less than the relay's
     * batch: of the relay there is one, of readers there are many at a time.
     */
    private static final int PAGE_BYTES = 1024 * 1024;

    @Bean
    FeedController feedController(JdbcClient jdbc, Cursors cursors) {
        return new FeedController(new Links(jdbc, PAGE_BYTES), cursors);
    }

    @Bean
    StreamAdminController streamAdminController(JournalStatus status, Journal journal) {
        return new StreamAdminController(status, journal);
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
