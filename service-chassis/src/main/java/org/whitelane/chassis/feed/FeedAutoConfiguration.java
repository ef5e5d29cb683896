package org.whitelane.chassis.feed;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.JournalAutoConfiguration;
import org.whitelane.chassis.journal.Links;
import org.whitelane.chassis.web.Cursors;

import java.time.Clock;

/** The feed of every service with a journal. */
@AutoConfiguration(after = JournalAutoConfiguration.class)
@ConditionalOnBean(Journal.class)
@EnableConfigurationProperties(FeedSettings.class)
public class FeedAutoConfiguration {

    /**
     * Bytes of event values in one page; a page holds one event at least. Less than the relay's
     * batch: of the relay there is one, of readers there are many at a time.
     */
    private static final int PAGE_BYTES = 1024 * 1024;

    @Bean
    FeedReaders feedReaders(JdbcClient jdbc) {
        return new FeedReaders(jdbc);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Web {

        @Bean
        FeedStreams feedStreams(JdbcClient jdbc) {
            return new FeedStreams(new Links(jdbc, PAGE_BYTES));
        }

        @Bean
        FeedAccess feedAccess(JdbcClient jdbc) {
            return new FeedAccess(new Grants(jdbc));
        }

        @Bean
        FeedReading feedReading(
                JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
            return new FeedReading(
                    new Links(jdbc, PAGE_BYTES),
                    new ProgressRows(jdbc),
                    new TransactionTemplate(transactions),
                    clock);
        }

        @Bean
        FeedDesk feedDesk(JdbcClient jdbc, Clock clock, FeedSettings settings) {
            return new FeedDesk(new Standings(jdbc), clock, settings.idleAfter());
        }

        @Bean
        FeedGranting feedGranting(
                JdbcClient jdbc,
                Journal journal,
                PlatformTransactionManager transactions,
                Clock clock) {
            return new FeedGranting(
                    new Grants(jdbc), journal, new TransactionTemplate(transactions), clock);
        }

        @Bean
        ToldController feedToldController(JdbcClient jdbc, FeedReaders readers) {
            return new ToldController(new ToldDesk(jdbc, readers));
        }

        @Bean
        FeedMetrics feedMetrics() {
            return new FeedMetrics();
        }

        @Bean
        FirstGrants feedFirstGrants(
                FeedGranting granting,
                FeedSettings settings,
                @Value("${whitelane.service}") String service,
                @Value("${whitelane.security.issuers[0].issuer}") String issuer) {
            return new FirstGrants(granting, settings.readers(), service, issuer);
        }

        @Bean
        FeedRounds feedRounds(FirstGrants first, FeedDesk desk, FeedMetrics metrics) {
            return new FeedRounds(first, desk, metrics);
        }

        @Bean
        FeedController feedController(
                FeedStreams streams,
                FeedAccess access,
                FeedReading reading,
                Cursors cursors,
                FeedSettings settings) {
            return new FeedController(streams, access, reading, new FeedPlace(cursors), settings);
        }

        @Bean
        FeedReaderController feedReaderController(
                FeedStreams streams,
                FeedAccess access,
                Acknowledging acknowledging,
                FeedDesk desk,
                FeedMetrics metrics) {
            return new FeedReaderController(streams, access, acknowledging, desk, metrics);
        }

        @Bean
        Acknowledging feedAcknowledging(
                FeedStreams streams,
                JdbcClient jdbc,
                Journal journal,
                PlatformTransactionManager transactions,
                Clock clock) {
            return new Acknowledging(
                    streams,
                    new ProgressRows(jdbc),
                    journal,
                    new TransactionTemplate(transactions),
                    clock);
        }

        @Bean
        FeedAdminController feedAdminController(
                FeedStreams streams, FeedGranting granting, FeedDesk desk, Cursors cursors) {
            return new FeedAdminController(streams, granting, desk, cursors);
        }
    }
}
