package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Question;

import java.math.BigDecimal;
import java.util.UUID;

/** What happened to an entry. */
public sealed interface EntryFact {

    /** What moved in its quota. */
    sealed interface OfQuota extends EntryFact {}

    record EntryActivated(WhitelistEntry entry, Officer by) implements EntryFact {}

    record EntryQuestioned(WhitelistEntry before, WhitelistEntry entry, Question question)
            implements EntryFact {}

    record EntryEligibleAgain(WhitelistEntry before, WhitelistEntry entry) implements EntryFact {}

    record QuotaReserved(WhitelistEntry entry, Draw draw, Officer by) implements OfQuota {}

    /**
     * @param cause the move of the declaration that gave it back
     */
    record QuotaReleased(
            WhitelistEntry entry, UUID declaration, BigDecimal amount, String cause, Officer by)
            implements OfQuota {}

    /**
     * @param fromReservation how much of the reservation it took; it differs from the amount where
     *     more arrived than was reserved
     */
    record QuotaUsed(
            WhitelistEntry entry,
            UUID declaration,
            BigDecimal amount,
            BigDecimal fromReservation,
            Officer by)
            implements OfQuota {}

    /**
     * @param percent the share that is told about
     */
    record EntryQuotaLow(WhitelistEntry entry, int percent) implements OfQuota {}

    record EntryExhausted(WhitelistEntry entry) implements OfQuota {}

    record EntryExpiring(WhitelistEntry entry, long daysLeft) implements EntryFact {}

    record EntryExpired(WhitelistEntry before, WhitelistEntry entry) implements EntryFact {}

    /**
     * @param request that asked for the change
     */
    record EntryChanged(
            WhitelistEntry before, WhitelistEntry entry, UUID batch, UUID request, Officer by)
            implements EntryFact {}

    record EntryRenewed(
            WhitelistEntry before, WhitelistEntry entry, UUID batch, UUID request, Officer by)
            implements EntryFact {}

    /** A renewal was asked for, or is no longer. */
    record RenewalMoved(WhitelistEntry before, WhitelistEntry entry) implements EntryFact {}

    record EntrySuspended(WhitelistEntry before, WhitelistEntry entry, Officer by)
            implements EntryFact {}

    record EntryLifted(WhitelistEntry before, WhitelistEntry entry, String reason, Officer by)
            implements EntryFact {}

    record EntryRevoked(
            WhitelistEntry before, WhitelistEntry entry, @Nullable String violation, Officer by)
            implements EntryFact {}

    record EntryRemoved(WhitelistEntry before, WhitelistEntry entry, Officer by)
            implements EntryFact {}
}
