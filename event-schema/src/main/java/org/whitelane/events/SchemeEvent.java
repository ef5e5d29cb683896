package org.whitelane.events;

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
            String scheme,
            int version,
            String nameZh,
            String nameEn,
            String policyDocument,
            String effectiveFrom,
            @Nullable String effectiveTo,
            @Nullable String effectiveMonth)
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
            String scheme,
            String replacedBy,
            String closedOn,
            String entries,
            String requests,
            String basis)
            implements SchemeEvent {
        @Override
        public String subject() {
            return scheme;
        }
    }
}
