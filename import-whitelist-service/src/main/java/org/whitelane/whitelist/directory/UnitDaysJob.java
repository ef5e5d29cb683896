package org.whitelane.whitelist.directory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Ends the places whose last day has passed, at 24:00 in China; who was down at midnight looks when
 * it is up again.
 */
@Component
public class UnitDaysJob {

    private static final Logger LOG = LoggerFactory.getLogger(UnitDaysJob.class);
    private static final int AT_ONCE = 500;

    private final UnitListings listings;
    private final UnitDays days;
    private final Clock clock;

    UnitDaysJob(UnitListings listings, UnitDays days, Clock clock) {
        this.listings = listings;
        this.days = days;
        this.clock = clock;
    }

    @Scheduled(cron = "0 0 0 * * *", zone = "Asia/Shanghai")
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT15M")
    public void run() {
        run(LegalDays.today(clock));
    }

    public void run(LocalDate today) {
        var page = listings.past(today, null, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(id -> lookAt(id, today));
            page = listings.past(today, page.getLast(), AT_ONCE);
        }
    }

    /** One place that cannot be ended keeps no other waiting. */
    private void lookAt(UUID id, LocalDate today) {
        try {
            days.lookAt(id, today);
        } catch (RuntimeException e) {
            LOG.error("The unit's place {} could not be ended on {}", id, today, e);
        }
    }
}
