package org.whitelane.events;

import org.jspecify.annotations.Nullable;

/** What happened to a unit's place in the directory of a scheme. Aggregate id = listing id. */
public sealed interface UnitEvent extends WhitelistEvent {

    /**
     * The unit is recognised; its articles follow by filings, each of which becomes an entry.
     *
     * @param listingNumber readable
     * @param validTo absent when the scheme sets none
     */
    @EventType(value = "org.whitelane.whitelist.unit-listed.v1", topic = Topic.UNIT)
    record UnitListed(
            String listingId,
            String listingNumber,
            String batchId,
            String requestId,
            String scheme,
            int schemeVersion,
            String organisationId,
            long organisationVersion,
            String validFrom,
            @Nullable String validTo)
            implements UnitEvent {
        @Override
        public String subject() {
            return listingId;
        }
    }

    /**
     * The unit files nothing any more; what becomes of its entries, they tell themselves.
     *
     * @param status REMOVED, REVOKED or EXPIRED
     * @param supersedes where it was revoked: what had listed it
     */
    @EventType(value = "org.whitelane.whitelist.unit-delisted.v1", topic = Topic.UNIT)
    record UnitDelisted(
            String listingId,
            String listingNumber,
            String scheme,
            String organisationId,
            String status,
            String reason,
            @Nullable Supersedes supersedes)
            implements UnitEvent, Correction {
        @Override
        public String subject() {
            return listingId;
        }
    }

    /**
     * The unit files and imports nothing until its place is restored; its entries keep their
     * status, and tell nothing of it.
     */
    @EventType(value = "org.whitelane.whitelist.unit-suspended.v1", topic = Topic.UNIT)
    record UnitSuspended(
            String listingId,
            String listingNumber,
            String scheme,
            String organisationId,
            String reason)
            implements UnitEvent {
        @Override
        public String subject() {
            return listingId;
        }
    }

    /** A suspended unit files and imports again. */
    @EventType(value = "org.whitelane.whitelist.unit-restored.v1", topic = Topic.UNIT)
    record UnitRestored(
            String listingId,
            String listingNumber,
            String scheme,
            String organisationId,
            String reason)
            implements UnitEvent {
        @Override
        public String subject() {
            return listingId;
        }
    }
}
