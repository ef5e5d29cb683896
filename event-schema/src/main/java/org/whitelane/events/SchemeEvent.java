package org.whitelane.events;

import static org.whitelane.events.Audience.OWNER;
import static org.whitelane.events.Audience.PUBLIC;

import org.jspecify.annotations.Nullable;

/** What happened to a pilot scheme. Aggregate id = scheme code. */
public sealed interface SchemeEvent extends WhitelistEvent {

    /**
     * Aggregate id = scheme code.
     *
     * @param effectiveMonth where only the month is known; effectiveFrom is then its last day, from
     *     which on the scheme certainly runs
     */
    @EventType(value = "org.whitelane.whitelist.scheme-version-activated.v1", topic = Topic.SCHEME)
    record SchemeVersionActivated(
            @For(PUBLIC) String scheme,
            @For(PUBLIC) int version,
            @For(PUBLIC) String nameZh,
            @For(PUBLIC) String nameEn,
            @For(PUBLIC) String policyDocument,
            @For(PUBLIC) String effectiveFrom,
            @For(PUBLIC) @Nullable String effectiveTo,
            @For(PUBLIC) @Nullable String effectiveMonth)
            implements SchemeEvent {
        @Override
        public String subject() {
            return scheme;
        }
    }

    /**
     * Nobody asks under it any more. Aggregate id = scheme code.
     *
     * @param closedOn first day on which it is closed
     * @param entries KEEP_UNTIL_EXPIRY, CLOSE or MIGRATE_UNITS
     * @param requests KEEP or WITHDRAW
     * @param basis where it says what becomes of entries and requests
     */
    @EventType(value = "org.whitelane.whitelist.scheme-closed.v1", topic = Topic.SCHEME)
    record SchemeClosed(
            @For(PUBLIC) String scheme,
            @For(PUBLIC) String replacedBy,
            @For(PUBLIC) String closedOn,
            @For(OWNER) String entries,
            @For(OWNER) String requests,
            @For(PUBLIC) String basis)
            implements SchemeEvent {
        @Override
        public String subject() {
            return scheme;
        }
    }
}
