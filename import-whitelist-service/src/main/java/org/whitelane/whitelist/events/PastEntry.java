package org.whitelane.whitelist.events;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.EntryEvent;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.kernel.QuantityUnit;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.entry.EntryState;
import org.whitelane.whitelist.entry.EntryStatus;
import org.whitelane.whitelist.entry.Quota;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What each event makes of an entry. Pure. */
final class PastEntry {

    private PastEntry() {}

    /** With nothing of today but what never changes; its first event says all the rest. */
    static WhitelistEntry unborn(WhitelistEntry today) {
        return with(today, today.article(), today.terms(), today.state());
    }

    static WhitelistEntry evolve(WhitelistEntry entry, EntryEvent event, Instant at) {
        return switch (event) {
            case EntryEvent.EntryActivated begun -> begun(entry, begun, LegalDays.on(at));
            case EntryEvent.EntryChanged changed -> changed(entry, changed);
            case EntryEvent.EntryRenewed renewed ->
                    with(
                            entry,
                            entry.article(),
                            terms(entry, entry.terms().waivedDocuments(), renewed.validTo()),
                            entry.state());
            case EntryEvent.QuotaReserved moved -> counted(entry, moved.quota());
            case EntryEvent.QuotaReleased moved -> replenished(counted(entry, moved.quota()));
            case EntryEvent.QuotaUsed moved -> replenished(counted(entry, moved.quota()));
            case EntryEvent.EntryQuotaLow low -> counted(entry, low.quota());
            case EntryEvent.EntryExhausted full ->
                    to(counted(entry, full.quota()), EntryStatus.EXHAUSTED, null);
            case EntryEvent.EntryExpired expired ->
                    to(entry, EntryStatus.EXPIRED, "Its last day was " + expired.validTo());
            case EntryEvent.EntrySuspended suspended ->
                    to(entry, EntryStatus.SUSPENDED, suspended.reason());
            case EntryEvent.EntryLifted lifted ->
                    to(entry, EntryStatus.valueOf(lifted.status()), null);
            case EntryEvent.EntryRevoked revoked ->
                    to(entry, EntryStatus.REVOKED, revoked.reason());
            case EntryEvent.EntryRemoved removed ->
                    to(entry, EntryStatus.REMOVED, removed.reason());
            case EntryEvent.EntryEligibilityQuestioned _, EntryEvent.EntryExpiring _ -> entry;
        };
    }

    /** Told when it is published, and again when it waited for its first day. */
    private static WhitelistEntry begun(
            WhitelistEntry entry, EntryEvent.EntryActivated told, LocalDate day) {
        var article = Articles.read(told.article());
        var from = LocalDate.parse(told.validFrom());
        return with(
                entry,
                article,
                new WhitelistEntry.Terms(told.waivedDocuments(), from, day(told.validTo())),
                EntryState.published(article, from, day));
    }

    private static WhitelistEntry changed(WhitelistEntry entry, EntryEvent.EntryChanged told) {
        var validTo = entry.terms().validTo();
        return with(
                entry,
                Articles.read(told.article()),
                terms(entry, told.waivedDocuments(), validTo == null ? null : validTo.toString()),
                new EntryState(
                        EntryStatus.valueOf(told.status()), quota(told.quota()), null, false));
    }

    private static WhitelistEntry counted(WhitelistEntry entry, WhitelistEvent.QuotaCounts told) {
        var state = entry.state();
        return with(
                entry,
                entry.article(),
                entry.terms(),
                new EntryState(state.status(), quota(told), state.reason(), false));
    }

    /** What was given back makes room in a total; a year's quota exhausts nothing. */
    private static WhitelistEntry replenished(WhitelistEntry entry) {
        var quota = entry.state().quota();
        return entry.status() == EntryStatus.EXHAUSTED
                        && quota.taken().compareTo(quota.approved()) < 0
                ? to(entry, EntryStatus.ACTIVE, null)
                : entry;
    }

    private static Quota quota(WhitelistEvent.QuotaCounts told) {
        var year = told.year();
        return new Quota(
                new BigDecimal(told.approved()),
                new BigDecimal(told.reserved()),
                new BigDecimal(told.used()),
                QuantityUnit.parse(told.unit()),
                year == null ? Quota.NO_YEAR : year,
                true);
    }

    private static WhitelistEntry to(
            WhitelistEntry entry, EntryStatus status, @Nullable String why) {
        return with(
                entry,
                entry.article(),
                entry.terms(),
                new EntryState(status, entry.state().quota(), why, false));
    }

    private static WhitelistEntry.Terms terms(
            WhitelistEntry entry, List<String> waived, @Nullable String validTo) {
        return new WhitelistEntry.Terms(waived, entry.terms().validFrom(), day(validTo));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static WhitelistEntry with(
            WhitelistEntry entry, Article article, WhitelistEntry.Terms terms, EntryState state) {
        return new WhitelistEntry(
                entry.id(),
                entry.number(),
                entry.scheme(),
                entry.origin(),
                entry.holder(),
                article,
                terms,
                state,
                List.of(),
                entry.version());
    }
}
