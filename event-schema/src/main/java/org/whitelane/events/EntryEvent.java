package org.whitelane.events;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What happened to a white-list entry. Aggregate id = entry id. */
public sealed interface EntryEvent extends WhitelistEvent {

    @EventType(value = "org.whitelane.whitelist.entry-activated.v1", topic = Topic.ENTRY)
    record EntryActivated(
            String entryId,
            String entryNumber,
            String batchId,
            String requestId,
            String scheme,
            int schemeVersion,
            String organisationId,
            long organisationVersion,
            Article article,
            List<String> waivedDocuments,
            String validFrom,
            @Nullable String validTo)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(
            value = "org.whitelane.whitelist.entry-eligibility-questioned.v1",
            topic = Topic.ENTRY)
    record EntryEligibilityQuestioned(
            String entryId, String entryNumber, List<String> reasons, long organisationVersion)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    /**
     * By a request that a batch published; says all that counts from now on.
     *
     * @param status EXHAUSTED where all that is approved now is taken already
     */
    @EventType(value = "org.whitelane.whitelist.entry-changed.v1", topic = Topic.ENTRY)
    record EntryChanged(
            String entryId,
            String entryNumber,
            String batchId,
            String requestId,
            String scheme,
            String organisationId,
            Article article,
            List<String> waivedDocuments,
            String status,
            QuotaCounts quota)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-renewed.v1", topic = Topic.ENTRY)
    record EntryRenewed(
            String entryId,
            String entryNumber,
            String batchId,
            String requestId,
            String scheme,
            String organisationId,
            String validTo,
            String validToBefore)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.quota-reserved.v1", topic = Topic.ENTRY)
    record QuotaReserved(
            String entryId,
            String entryNumber,
            String declarationId,
            Quantity quantity,
            QuotaCounts quota,
            String quotaMode,
            boolean quotaModeConfigured,
            String reservedUntil)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.quota-released.v1", topic = Topic.ENTRY)
    record QuotaReleased(
            String entryId,
            String entryNumber,
            String declarationId,
            Quantity quantity,
            String cause,
            QuotaCounts quota)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.quota-used.v1", topic = Topic.ENTRY)
    record QuotaUsed(
            String entryId,
            String entryNumber,
            String declarationId,
            Quantity quantity,
            Quantity fromReservation,
            QuotaCounts quota)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-quota-low.v1", topic = Topic.ENTRY)
    record EntryQuotaLow(
            String entryId,
            String entryNumber,
            String scheme,
            String organisationId,
            int percent,
            QuotaCounts quota)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-exhausted.v1", topic = Topic.ENTRY)
    record EntryExhausted(String entryId, String entryNumber, QuotaCounts quota)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-expiring.v1", topic = Topic.ENTRY)
    record EntryExpiring(
            String entryId,
            String entryNumber,
            String scheme,
            String organisationId,
            String validTo,
            int daysLeft)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-expired.v1", topic = Topic.ENTRY)
    record EntryExpired(String entryId, String entryNumber, String validTo) implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-suspended.v1", topic = Topic.ENTRY)
    record EntrySuspended(String entryId, String entryNumber, String reason) implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-lifted.v1", topic = Topic.ENTRY)
    record EntryLifted(String entryId, String entryNumber, String status, String reason)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-revoked.v1", topic = Topic.ENTRY)
    record EntryRevoked(
            String entryId,
            String entryNumber,
            String scheme,
            String organisationId,
            String reason,
            @Nullable String violation,
            @Nullable Supersedes supersedes)
            implements EntryEvent, Correction {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-removed.v1", topic = Topic.ENTRY)
    record EntryRemoved(String entryId, String entryNumber, String reason) implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }
}
