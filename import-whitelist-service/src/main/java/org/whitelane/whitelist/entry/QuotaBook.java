package org.whitelane.whitelist.entry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.Draw.Hold;
import org.whitelane.whitelist.entry.EntryFact.EntryExhausted;
import org.whitelane.whitelist.entry.EntryFact.EntryQuotaLow;
import org.whitelane.whitelist.entry.EntryFact.QuotaReleased;
import org.whitelane.whitelist.entry.EntryFact.QuotaReserved;
import org.whitelane.whitelist.entry.EntryFact.QuotaUsed;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;

/**
 * Where declarations draw on an entry and give back. In the caller's transaction, and before it
 * touches the declaration: entries are locked first.
 */
@Component
public class QuotaBook {

    private final Quotas quotas;
    private final Notices notices;
    private final QuotaSettings settings;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    QuotaBook(
            Quotas quotas,
            Notices notices,
            QuotaSettings settings,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.quotas = quotas;
        this.notices = notices;
        this.settings = settings;
        this.facts = facts;
        this.clock = clock;
    }

    /** Empty when the entry does not allow it; {@link EntryRights} says why not. */
    public Optional<WhitelistEntry> reserve(Draw draw, Officer by) {
        var drawn = quotas.reserve(draw, LegalDays.today(clock));
        drawn.ifPresent(
                entry -> {
                    facts.publishEvent(new QuotaReserved(entry, draw, by));
                    tell(entry, draw.amount());
                });
        return drawn;
    }

    /**
     * @param cause the move of the declaration that gives it back
     */
    public WhitelistEntry giveBack(Hold hold, BigDecimal amount, String cause, Officer by) {
        var entry = settled(hold, amount, BigDecimal.ZERO).orElseThrow();
        facts.publishEvent(new QuotaReleased(entry, hold.declaration(), amount, cause, by));
        return entry;
    }

    /**
     * @param fromHold how much of the reservation the arrival uses up
     * @return empty when more arrived than the quota has left
     */
    public Optional<WhitelistEntry> use(
            Hold hold, BigDecimal fromHold, BigDecimal received, Officer by) {
        var used = settled(hold, fromHold, received);
        used.ifPresent(
                entry -> {
                    facts.publishEvent(
                            new QuotaUsed(entry, hold.declaration(), received, fromHold, by));
                    tell(entry, received.subtract(fromHold));
                });
        return used;
    }

    private Optional<WhitelistEntry> settled(Hold hold, BigDecimal fromHold, BigDecimal received) {
        return quotas.settle(hold.entry(), hold.year(), fromHold, received);
    }

    /**
     * @param more how much was taken just now; nobody hears twice that nothing is left
     */
    private void tell(WhitelistEntry entry, BigDecimal more) {
        var quota = entry.state().quota();
        if (quota.isTaken(settings.lowPercent())
                && notices.first(
                        entry.id(),
                        Notices.QUOTA_LOW,
                        Integer.toString(quota.year()),
                        clock.instant())) {
            facts.publishEvent(new EntryQuotaLow(entry, settings.lowPercent()));
        }
        if (quota.isTakenUp() && more.signum() > 0) {
            facts.publishEvent(new EntryExhausted(entry));
        }
    }
}
