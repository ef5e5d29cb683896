package org.whitelane.chassis.inbox;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.web.Cursors;

import java.util.List;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
class InboxWebConfiguration {

    @Bean
    Releases inboxReleases(InboxRows rows, ParkingLot lot, LaneQueue queue, Skips skips) {
        return new Releases(rows, lot, queue, skips);
    }

    @Bean
    RebuildService inboxRebuildService(
            PlatformTransactionManager transactions,
            List<InboxConsumer> consumers,
            Rebuilds rebuilds,
            Rebuilding rebuilding,
            Journal journal) {
        return new RebuildService(
                new TransactionTemplate(transactions), consumers, rebuilds, rebuilding, journal);
    }

    @Bean
    ConsumerController inboxConsumerController(RebuildService service) {
        return new ConsumerController(service);
    }

    @Bean
    ParkedService inboxParkedService(
            PlatformTransactionManager transactions,
            Releases releases,
            InboxListeners listeners,
            Journal journal) {
        return new ParkedService(
                new TransactionTemplate(transactions), releases, listeners, journal);
    }

    @Bean
    ParkedController inboxParkedController(
            ParkedService service, ParkedList list, Cursors cursors) {
        return new ParkedController(service, list, cursors);
    }
}
