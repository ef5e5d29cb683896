package org.whitelane.whitelist.request;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.ban.Ban;
import org.whitelane.whitelist.ban.Bans;
import org.whitelane.whitelist.core.LegalDays;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Closes the drafts of units that were banned, one in each transaction, under the lock of the ban:
 * whoever dies in between leaves whole steps behind, and the next one goes on. What was submitted
 * is not touched: whoever decides on it is told of the ban.
 */
@Service
class DraftClosing {

    private final Bans bans;
    private final BannedDrafts drafts;
    private final Withdrawal withdrawal;

    DraftClosing(Bans bans, BannedDrafts drafts, Withdrawal withdrawal) {
        this.bans = bans;
        this.drafts = drafts;
        this.withdrawal = withdrawal;
    }

    /** Thrown with the ban that could not be served, so that others are. */
    static final class Stuck extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final UUID ban;

        Stuck(UUID ban, RuntimeException cause) {
            super("The drafts of ban %s stay open".formatted(ban), cause);
            this.ban = ban;
        }

        UUID ban() {
            return ban;
        }
    }

    /**
     * One draft, or the end of a ban's.
     *
     * @param besides bans that are tried again later
     * @return false when nothing is left
     */
    @Transactional
    public boolean next(Collection<UUID> besides, Clock clock) {
        var found = bans.lockWithDrafts(besides);
        found.ifPresent(ban -> serve(ban, clock));
        return found.isPresent();
    }

    private void serve(Ban ban, Clock clock) {
        try {
            var draft =
                    ban.standsOn(LegalDays.today(clock))
                            ? drafts.next(ban)
                            : Optional.<UUID>empty();
            draft.ifPresentOrElse(
                    id -> withdrawal.inTheApplicantsPlace(id, ban.finding().detail()),
                    () -> bans.draftsClosed(ban.id(), clock.instant()));
        } catch (RuntimeException e) {
            throw new Stuck(ban.id(), e);
        }
    }
}
