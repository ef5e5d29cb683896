package org.whitelane.whitelist.events;

import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.events.EntryEvent;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.entry.EntryFact;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.util.Map;
import java.util.Objects;

final class EntryEvents {

    private EntryEvents() {}

    static Written of(EntryFact fact) {
        return switch (fact) {
            case EntryFact.EntryActivated(var entry, _) -> published(activated(entry));
            case EntryFact.EntryQuestioned(_, var entry, var question) ->
                    published(questioned(entry, question));
            case EntryFact.EntryEligibleAgain(_, var entry) ->
                    internal("entry-eligible-again.v1", entry);
            case EntryFact.OfQuota moved -> published(QuotaEvents.of(moved));
            case EntryFact.EntryExpiring(var entry, var daysLeft) ->
                    published(expiring(entry, daysLeft));
            case EntryFact.EntryExpired(_, var entry) ->
                    published(
                            new EntryEvent.EntryExpired(id(entry), entry.number(), lastDay(entry)));
            case EntryFact.EntryChanged changed -> published(changed(changed));
            case EntryFact.EntryRenewed renewed -> published(renewed(renewed));
            case EntryFact.RenewalMoved(_, var entry) -> internal("entry-renewal-moved.v1", entry);
            case EntryFact.EntrySuspended(_, var entry, _) ->
                    published(
                            new EntryEvent.EntrySuspended(
                                    id(entry), entry.number(), reason(entry)));
            case EntryFact.EntryLifted(_, var entry, var reason, _) ->
                    published(
                            new EntryEvent.EntryLifted(
                                    id(entry), entry.number(), entry.status().name(), reason));
            case EntryFact.EntryRevoked(_, var entry, var violation, _) ->
                    published(
                            new EntryEvent.EntryRevoked(
                                    id(entry),
                                    entry.number(),
                                    entry.scheme().code(),
                                    entry.holder().organisation(),
                                    reason(entry),
                                    violation,
                                    null));
            case EntryFact.EntryRemoved(_, var entry, _) ->
                    published(
                            new EntryEvent.EntryRemoved(id(entry), entry.number(), reason(entry)));
        };
    }

    /** Who, why, and the change; of the quota the event itself says what moved. */
    static PrivatePart why(EntryFact fact) {
        var system = PrivatePart.by(Officer.system().subject());
        return switch (fact) {
            case EntryFact.EntryActivated(var entry, var by) -> by(by).change(null, entry);
            case EntryFact.EntryQuestioned(var before, var entry, var question) ->
                    system.because(String.join("; ", question.reasons())).change(before, entry);
            case EntryFact.EntryEligibleAgain(var before, var entry) ->
                    system.change(before, entry);
            case EntryFact.QuotaReserved(_, _, var by) -> by(by);
            case EntryFact.QuotaReleased(_, _, _, _, var by) -> by(by);
            case EntryFact.QuotaUsed(_, _, _, _, var by) -> by(by);
            case EntryFact.EntryQuotaLow _, EntryFact.EntryExhausted _, EntryFact.EntryExpiring _ ->
                    system;
            case EntryFact.EntryExpired(var before, var entry) -> system.change(before, entry);
            case EntryFact.EntryChanged(var before, var entry, _, _, var by) ->
                    by(by).change(before, entry);
            case EntryFact.EntryRenewed(var before, var entry, _, _, var by) ->
                    by(by).change(before, entry);
            case EntryFact.RenewalMoved(var before, var entry) -> system.change(before, entry);
            case EntryFact.EntrySuspended(var before, var entry, var by) ->
                    by(by).because(entry.state().reason()).change(before, entry);
            case EntryFact.EntryLifted(var before, var entry, var reason, var by) ->
                    by(by).because(reason).change(before, entry);
            case EntryFact.EntryRevoked(var before, var entry, _, var by) ->
                    by(by).because(entry.state().reason()).change(before, entry);
            case EntryFact.EntryRemoved(var before, var entry, var by) ->
                    by(by).because(entry.state().reason()).change(before, entry);
        };
    }

    private static PrivatePart by(Officer officer) {
        return PrivatePart.by(officer.subject());
    }

    private static EntryEvent activated(WhitelistEntry entry) {
        var end = entry.terms().validTo();
        return new EntryEvent.EntryActivated(
                id(entry),
                entry.number(),
                entry.origin().batch().toString(),
                entry.origin().request().toString(),
                entry.scheme().code(),
                entry.scheme().version(),
                entry.holder().organisation(),
                entry.holder().organisationVersion(),
                Articles.of(entry.article()),
                entry.terms().waivedDocuments(),
                entry.terms().validFrom().toString(),
                end == null ? null : end.toString());
    }

    private static EntryEvent changed(EntryFact.EntryChanged fact) {
        var entry = fact.entry();
        return new EntryEvent.EntryChanged(
                id(entry),
                entry.number(),
                fact.batch().toString(),
                fact.request().toString(),
                entry.scheme().code(),
                entry.holder().organisation(),
                Articles.of(entry.article()),
                entry.terms().waivedDocuments(),
                entry.status().name(),
                QuotaEvents.counts(entry));
    }

    private static EntryEvent renewed(EntryFact.EntryRenewed fact) {
        var entry = fact.entry();
        return new EntryEvent.EntryRenewed(
                id(entry),
                entry.number(),
                fact.batch().toString(),
                fact.request().toString(),
                entry.scheme().code(),
                entry.holder().organisation(),
                lastDay(entry),
                lastDay(fact.before()));
    }

    private static EntryEvent questioned(WhitelistEntry entry, Question question) {
        return new EntryEvent.EntryEligibilityQuestioned(
                id(entry), entry.number(), question.reasons(), question.organisationVersion());
    }

    private static EntryEvent expiring(WhitelistEntry entry, long daysLeft) {
        return new EntryEvent.EntryExpiring(
                id(entry),
                entry.number(),
                entry.scheme().code(),
                entry.holder().organisation(),
                lastDay(entry),
                Math.toIntExact(daysLeft));
    }

    static String id(WhitelistEntry entry) {
        return entry.id().toString();
    }

    private static String reason(WhitelistEntry entry) {
        return Objects.requireNonNull(entry.state().reason(), "the command requires it");
    }

    private static String lastDay(WhitelistEntry entry) {
        return Objects.requireNonNull(entry.terms().validTo(), "it has one").toString();
    }

    private static Written published(EntryEvent event) {
        return new Written.Published(event);
    }

    private static Written internal(String type, WhitelistEntry entry) {
        return new Written.Internal(
                new InternalEvent(
                        "org.whitelane.whitelist." + type,
                        id(entry),
                        Map.of("entryId", id(entry), "entryNumber", entry.number())));
    }
}
