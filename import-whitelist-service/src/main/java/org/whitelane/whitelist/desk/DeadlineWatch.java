package org.whitelane.whitelist.desk;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.party.CalendarChanged;

import java.time.Clock;
import java.util.UUID;

/**
 * Days come and go while nobody sends anything: limits that end soon, or ended, are looked at, and
 * those that rest on a calendar that arrived are counted again. Each request is looked at in a
 * transaction of its own under its lock, and what was told is remembered with it, so it can run
 * often and in every instance.
 */
@Component
public class DeadlineWatch {

    private static final String CAUSE = "causationId";

    private final Deadlines deadlines;
    private final DayBook book;
    private final DeskSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DeadlineWatch(
            Deadlines deadlines,
            DayBook book,
            DeskSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.deadlines = deadlines;
        this.book = book;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction that keeps the calendar. */
    @EventListener
    void on(CalendarChanged calendar) {
        deadlines.markStale(calendar.year(), MDC.get(CAUSE));
    }

    @Scheduled(
            initialDelayString = "${whitelane.desk.interval:PT1M}",
            fixedDelayString = "${whitelane.desk.interval:PT1M}")
    public void look() {
        deadlines.stale().forEach(stale -> within(stale.request(), stale.cause()));
        var today = LegalDays.today(clock);
        deadlines
                .until(today.plusDays(settings.leadDays()), today)
                .forEach(request -> within(request, null));
    }

    private void within(UUID request, @Nullable String cause) {
        if (cause == null) {
            transactions.executeWithoutResult(_ -> book.lookAt(request));
            return;
        }
        try (var _ = MDC.putCloseable(CAUSE, cause)) {
            transactions.executeWithoutResult(_ -> book.lookAt(request));
        }
    }
}
