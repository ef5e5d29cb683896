package org.whitelane.whitelist.events;

import org.whitelane.events.EntryEvent;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.whitelist.entry.EntryFact;
import org.whitelane.whitelist.entry.Quota;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.math.BigDecimal;

/** What moved in an entry's quota: reserved minus released minus used is what is reserved now. */
final class QuotaEvents {

    private QuotaEvents() {}

    static EntryEvent of(EntryFact.OfQuota fact) {
        return switch (fact) {
            case EntryFact.QuotaReserved(var entry, var draw, _) ->
                    new EntryEvent.QuotaReserved(
                            EntryEvents.id(entry),
                            entry.number(),
                            draw.declaration().toString(),
                            quantity(draw.amount(), entry),
                            counts(entry),
                            draw.reading().mode().name(),
                            draw.reading().configured(),
                            draw.until().toString());
            case EntryFact.QuotaReleased(var entry, var declaration, var amount, var cause, _) ->
                    new EntryEvent.QuotaReleased(
                            EntryEvents.id(entry),
                            entry.number(),
                            declaration.toString(),
                            quantity(amount, entry),
                            cause,
                            counts(entry));
            case EntryFact.QuotaUsed(
                            var entry,
                            var declaration,
                            var amount,
                            var fromReservation,
                            _) ->
                    new EntryEvent.QuotaUsed(
                            EntryEvents.id(entry),
                            entry.number(),
                            declaration.toString(),
                            quantity(amount, entry),
                            quantity(fromReservation, entry),
                            counts(entry));
            case EntryFact.EntryQuotaLow(var entry, var percent) ->
                    new EntryEvent.EntryQuotaLow(
                            EntryEvents.id(entry),
                            entry.number(),
                            entry.scheme().code(),
                            entry.holder().organisation(),
                            percent,
                            counts(entry));
            case EntryFact.EntryExhausted(var entry) ->
                    new EntryEvent.EntryExhausted(
                            EntryEvents.id(entry), entry.number(), counts(entry));
        };
    }

    private static WhitelistEvent.Quantity quantity(BigDecimal amount, WhitelistEntry entry) {
        return new WhitelistEvent.Quantity(
                amount.toPlainString(), entry.state().quota().unit().code());
    }

    static WhitelistEvent.QuotaCounts counts(WhitelistEntry entry) {
        var quota = entry.state().quota();
        return new WhitelistEvent.QuotaCounts(
                quota.approved().toPlainString(),
                quota.reserved().toPlainString(),
                quota.used().toPlainString(),
                quota.unit().code(),
                quota.year() == Quota.NO_YEAR ? null : quota.year());
    }
}
