package org.whitelane.whitelist.entry;

import org.whitelane.kernel.QuantityUnit;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.Validity;

/**
 * Makes of an entry what a published request asks for. Pure; a place in the request is the caller's
 * to add.
 */
public record Revising(PilotScheme scheme) {

    /** What is reserved and used stays counted: less than that cannot be approved afterwards. */
    public Revision changed(WhitelistEntry entry, Article article) {
        if (EntryAction.CHANGE.from(entry.status()).isEmpty()) {
            return notLive(entry, EntryAction.CHANGE);
        }
        var quota = entry.state().quota();
        if (QuantityUnit.parse(article.quantity().unit()) != quota.unit()) {
            return refused(
                    "other-unit",
                    "Entry %s counts in %s; a change keeps the unit, it says %s."
                            .formatted(entry.number(), quota.unit(), article.quantity().unit()));
        }
        var next = quota.approving(article.quantity());
        if (next.isOverdrawn()) {
            return refused(
                    "quota-below-taken",
                    "Of entry %s %s %s are reserved or used; %s cannot be all that is approved."
                            .formatted(
                                    entry.number(),
                                    quota.taken().toPlainString(),
                                    quota.unit(),
                                    next.approved().toPlainString()));
        }
        var waived = scheme.effects().waivedFor(article.use());
        return new Revision.Changed(
                entry,
                entry.with(article, entry.terms().waiving(waived))
                        .with(entry.state().approving(next)));
    }

    /** The same right for longer; its quota is not filled up again. */
    public Revision renewed(WhitelistEntry entry) {
        var end = entry.terms().validTo();
        if (EntryAction.RENEW.from(entry.status()).isEmpty() || end == null) {
            return notLive(entry, EntryAction.RENEW);
        }
        return new Validity(scheme)
                .renewed(end)
                .<Revision>map(
                        day ->
                                new Revision.Renewed(
                                        entry,
                                        entry.with(entry.article(), entry.terms().until(day))
                                                .with(entry.state().withRenewalPending(false))))
                .orElseGet(
                        () ->
                                refused(
                                        "renewal-without-effect",
                                        "%s gives entry %s no day after %s."
                                                .formatted(
                                                        scheme.reference(), entry.number(), end)));
    }

    /**
     * @param why as the event tells it
     */
    public Revision removed(WhitelistEntry entry, String why) {
        return EntryAction.REMOVE.from(entry.status()).isEmpty()
                ? notLive(entry, EntryAction.REMOVE)
                : new Revision.Removed(
                        entry, entry.with(entry.state().to(EntryStatus.REMOVED, why)));
    }

    private static Revision notLive(WhitelistEntry entry, EntryAction action) {
        return new Revision.NotLive(
                "Entry %s is %s; to %s is not possible."
                        .formatted(entry.number(), entry.status(), action.code()));
    }

    private static Revision refused(String code, String detail) {
        return new Revision.Refused(new Finding("", code, detail));
    }
}
