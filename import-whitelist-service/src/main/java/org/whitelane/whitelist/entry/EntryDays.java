package org.whitelane.whitelist.entry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.EntryFact.EntryActivated;
import org.whitelane.whitelist.entry.EntryFact.EntryExpired;
import org.whitelane.whitelist.entry.EntryFact.EntryExpiring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a day does to an entry: it begins, it is about to end, it has ended. */
@Service
class EntryDays {

    private final Entries entries;
    private final Notices notices;
    private final QuotaSettings settings;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    EntryDays(
            Entries entries,
            Notices notices,
            QuotaSettings settings,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.entries = entries;
        this.notices = notices;
        this.settings = settings;
        this.facts = facts;
        this.clock = clock;
    }

    /** Under the entry's lock, and looked at again there: any number of instances may ask. */
    @Transactional
    public void lookAt(UUID id, LocalDate today) {
        entries.lock(id).filter(entry -> entry.status().isLive()).ifPresent(e -> look(e, today));
    }

    private void look(WhitelistEntry entry, LocalDate today) {
        var end = entry.terms().validTo();
        if (end != null && today.isAfter(end)) {
            var expired =
                    entries.save(
                            entry.with(
                                    entry.state()
                                            .to(EntryStatus.EXPIRED, "Its last day was " + end)));
            facts.publishEvent(new EntryExpired(entry, expired));
            return;
        }
        var live = entry;
        if (entry.status() == EntryStatus.PENDING && entry.terms().coversDay(today)) {
            live = entries.save(entry.with(entry.state().to(EntryStatus.ACTIVE, null)));
            facts.publishEvent(new EntryActivated(live, Officer.system()));
        }
        if (end != null && live.status() != EntryStatus.PENDING) {
            remind(live, end, ChronoUnit.DAYS.between(today, end));
        }
    }

    /**
     * One notice, the most urgent that is due: after an outage, or for an entry shorter than the
     * longest notice, nobody is told three times at once. A renewal moves the last day, and the
     * notices begin anew.
     */
    private void remind(WhitelistEntry entry, LocalDate end, long daysLeft) {
        var due = settings.noticeDays().stream().filter(days -> daysLeft <= days).toList();
        var told = true;
        for (var days : due.reversed()) {
            told =
                    !notices.first(
                            entry.id(),
                            Notices.EXPIRING,
                            "%s/%d".formatted(end, days),
                            clock.instant());
        }
        if (!told) {
            facts.publishEvent(new EntryExpiring(entry, daysLeft));
        }
    }
}
