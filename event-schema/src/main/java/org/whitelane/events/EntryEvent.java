package org.whitelane.events;

import static org.whitelane.events.Audience.OWNER;
import static org.whitelane.events.Audience.PUBLIC;
import static org.whitelane.events.Audience.REGULATOR;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What happened to a white-list entry. Aggregate id = entry id. */
public sealed interface EntryEvent extends WhitelistEvent {

    @EventType(value = "org.whitelane.whitelist.entry-activated.v1", topic = Topic.ENTRY)
    record EntryActivated(
            @For(PUBLIC) String entryId,
            @For(PUBLIC) String entryNumber,
            @For(PUBLIC) String batchId,
            @For(OWNER) String requestId,
            @For(PUBLIC) String scheme,
            @For(OWNER) int schemeVersion,
            @For(PUBLIC) String organisationId,
            @For(REGULATOR) long organisationVersion,
            @For(PUBLIC) Article article,
            @For(OWNER) List<String> waivedDocuments,
            @For(PUBLIC) String validFrom,
            @For(PUBLIC) @Nullable String validTo)
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
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) List<String> reasons,
            @For(OWNER) long organisationVersion)
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
            @For(PUBLIC) String entryId,
            @For(PUBLIC) String entryNumber,
            @For(PUBLIC) String batchId,
            @For(OWNER) String requestId,
            @For(PUBLIC) String scheme,
            @For(PUBLIC) String organisationId,
            @For(PUBLIC) Article article,
            @For(OWNER) List<String> waivedDocuments,
            @For(PUBLIC) String status,
            @For(OWNER) QuotaCounts quota)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-renewed.v1", topic = Topic.ENTRY)
    record EntryRenewed(
            @For(PUBLIC) String entryId,
            @For(PUBLIC) String entryNumber,
            @For(PUBLIC) String batchId,
            @For(OWNER) String requestId,
            @For(PUBLIC) String scheme,
            @For(PUBLIC) String organisationId,
            @For(PUBLIC) String validTo,
            @For(PUBLIC) String validToBefore)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.quota-reserved.v1", topic = Topic.ENTRY)
    record QuotaReserved(
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String declarationId,
            @For(OWNER) Quantity quantity,
            @For(OWNER) QuotaCounts quota,
            @For(OWNER) String quotaMode,
            @For(OWNER) boolean quotaModeConfigured,
            @For(OWNER) String reservedUntil)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.quota-released.v1", topic = Topic.ENTRY)
    record QuotaReleased(
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String declarationId,
            @For(OWNER) Quantity quantity,
            @For(OWNER) String cause,
            @For(OWNER) QuotaCounts quota)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.quota-used.v1", topic = Topic.ENTRY)
    record QuotaUsed(
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String declarationId,
            @For(OWNER) Quantity quantity,
            @For(OWNER) Quantity fromReservation,
            @For(OWNER) QuotaCounts quota)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-quota-low.v1", topic = Topic.ENTRY)
    record EntryQuotaLow(
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String scheme,
            @For(OWNER) String organisationId,
            @For(OWNER) int percent,
            @For(OWNER) QuotaCounts quota)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-exhausted.v1", topic = Topic.ENTRY)
    record EntryExhausted(
            @For(PUBLIC) String entryId,
            @For(PUBLIC) String entryNumber,
            @For(OWNER) QuotaCounts quota)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-expiring.v1", topic = Topic.ENTRY)
    record EntryExpiring(
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String scheme,
            @For(OWNER) String organisationId,
            @For(OWNER) String validTo,
            @For(OWNER) int daysLeft)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-expired.v1", topic = Topic.ENTRY)
    record EntryExpired(
            @For(PUBLIC) String entryId,
            @For(PUBLIC) String entryNumber,
            @For(PUBLIC) String validTo)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-suspended.v1", topic = Topic.ENTRY)
    record EntrySuspended(
            @For(PUBLIC) String entryId, @For(PUBLIC) String entryNumber, @For(OWNER) String reason)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-lifted.v1", topic = Topic.ENTRY)
    record EntryLifted(
            @For(PUBLIC) String entryId,
            @For(PUBLIC) String entryNumber,
            @For(PUBLIC) String status,
            @For(OWNER) String reason)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-revoked.v1", topic = Topic.ENTRY)
    record EntryRevoked(
            @For(PUBLIC) String entryId,
            @For(PUBLIC) String entryNumber,
            @For(PUBLIC) String scheme,
            @For(PUBLIC) String organisationId,
            @For(OWNER) String reason,
            @For(OWNER) @Nullable String violation,
            @For(PUBLIC) @Nullable Supersedes supersedes)
            implements EntryEvent, Correction {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-removed.v1", topic = Topic.ENTRY)
    record EntryRemoved(
            @For(PUBLIC) String entryId, @For(PUBLIC) String entryNumber, @For(OWNER) String reason)
            implements EntryEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }
}
