package org.whitelane.whitelist.document;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.whitelist.core.LegalDays;

import java.time.Clock;
import java.time.LocalDate;

/**
 * Deletes the bytes of documents that were let go long enough ago, a few in each transaction, so
 * that nobody waits. Every instance may look: what one has locked the others pass over.
 */
@Component
public class DocumentPruneJob {

    private static final int AT_ONCE = 100;

    /** More than a day lets go; what is left waits for the next. */
    private static final int MOST = 10_000;

    private final Documents documents;
    private final DocumentSettings settings;
    private final ApplicationEventPublisher facts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DocumentPruneJob(
            Documents documents,
            DocumentSettings settings,
            ApplicationEventPublisher facts,
            TransactionTemplate transactions,
            Clock clock) {
        this.documents = documents;
        this.settings = settings;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Shanghai")
    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "P1D")
    public void run() {
        run(LegalDays.today(clock));
    }

    /** Gives back how many. */
    public int run(LocalDate today) {
        var pruned = 0;
        var page = AT_ONCE;
        while (page == AT_ONCE && pruned < MOST) {
            page = prune(today);
            pruned += page;
        }
        return pruned;
    }

    private int prune(LocalDate today) {
        var until = today.minusDays(settings.keepDays());
        return transactions.execute(
                _ -> {
                    var page = documents.prune(until, today, AT_ONCE);
                    page.forEach(facts::publishEvent);
                    return page.size();
                });
    }
}
