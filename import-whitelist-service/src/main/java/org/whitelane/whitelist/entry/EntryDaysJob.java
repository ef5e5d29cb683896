package org.whitelane.whitelist.entry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Looks at the entries that a new day concerns. A last day ends at 24:00 in China; who was down at
 * midnight looks when it is up again.
 */
@Component
public class EntryDaysJob {

    private static final Logger LOG = LoggerFactory.getLogger(EntryDaysJob.class);
    private static final int AT_ONCE = 500;

    private final Entries entries;
    private final EntryDays days;
    private final QuotaSettings settings;
    private final Clock clock;

    EntryDaysJob(Entries entries, EntryDays days, QuotaSettings settings, Clock clock) {
        this.entries = entries;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "0 0 0 * * *", zone = "Asia/Shanghai")
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT15M")
    public void run() {
        run(LegalDays.today(clock));
    }

    public void run(LocalDate today) {
        var longest = settings.noticeDays().stream().reduce(0, Math::max);
        var until = today.plusDays(longest);
        var page = entries.due(today, until, null, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(id -> lookAt(id, today));
            page = entries.due(today, until, page.getLast(), AT_ONCE);
        }
    }

    /** One entry that cannot be moved keeps no other waiting. */
    private void lookAt(UUID id, LocalDate today) {
        try {
            days.lookAt(id, today);
        } catch (RuntimeException e) {
            LOG.error("Entry {} could not be moved into {}", id, today, e);
        }
    }
}
