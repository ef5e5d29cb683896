package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;

import java.time.LocalDate;

/**
 * What changes about an entry while it lives.
 *
 * @param reason why it is suspended or has ended
 * @param renewalPending a renewal is under way; it changes nothing about the last day by itself
 */
public record EntryState(
        EntryStatus status, Quota quota, @Nullable String reason, boolean renewalPending) {

    /** Of a newly published entry; it waits for its first day if that is still to come. */
    public static EntryState published(Article article, LocalDate validFrom, LocalDate today) {
        return new EntryState(
                validFrom.isAfter(today) ? EntryStatus.PENDING : EntryStatus.ACTIVE,
                Quota.untouched(article.quantity()),
                null,
                false);
    }

    EntryState to(EntryStatus next, @Nullable String why) {
        return new EntryState(next, quota, why, renewalPending);
    }

    EntryState withRenewalPending(boolean pending) {
        return new EntryState(status, quota, reason, pending);
    }

    /** Another quantity; where all of it is taken already, there is nothing left. */
    EntryState approving(Quota next) {
        var changed = new EntryState(status, next, reason, renewalPending);
        return changed.isTakenUp() ? changed.to(EntryStatus.EXHAUSTED, null) : changed;
    }

    /** Whether the quota of its whole life is spoken for. */
    boolean isTakenUp() {
        return quota.year() == Quota.NO_YEAR && quota.isTakenUp();
    }
}
