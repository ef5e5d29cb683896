package org.whitelane.events;

import static org.whitelane.events.Audience.OWNER;
import static org.whitelane.events.Audience.PUBLIC;
import static org.whitelane.events.Audience.REGULATOR;

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
            @For(PUBLIC) String listingId,
            @For(PUBLIC) String listingNumber,
            @For(PUBLIC) String batchId,
            @For(OWNER) String requestId,
            @For(PUBLIC) String scheme,
            @For(OWNER) int schemeVersion,
            @For(PUBLIC) String organisationId,
            @For(REGULATOR) long organisationVersion,
            @For(PUBLIC) String validFrom,
            @For(PUBLIC) @Nullable String validTo)
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
            @For(PUBLIC) String listingId,
            @For(PUBLIC) String listingNumber,
            @For(PUBLIC) String scheme,
            @For(PUBLIC) String organisationId,
            @For(PUBLIC) String status,
            @For(OWNER) String reason,
            @For(PUBLIC) @Nullable Supersedes supersedes)
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
            @For(PUBLIC) String listingId,
            @For(PUBLIC) String listingNumber,
            @For(PUBLIC) String scheme,
            @For(PUBLIC) String organisationId,
            @For(OWNER) String reason)
            implements UnitEvent {
        @Override
        public String subject() {
            return listingId;
        }
    }

    /** A suspended unit files and imports again. */
    @EventType(value = "org.whitelane.whitelist.unit-restored.v1", topic = Topic.UNIT)
    record UnitRestored(
            @For(PUBLIC) String listingId,
            @For(PUBLIC) String listingNumber,
            @For(PUBLIC) String scheme,
            @For(PUBLIC) String organisationId,
            @For(OWNER) String reason)
            implements UnitEvent {
        @Override
        public String subject() {
            return listingId;
        }
    }
}
