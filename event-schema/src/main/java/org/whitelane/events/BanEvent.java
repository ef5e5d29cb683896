package org.whitelane.events;

import org.jspecify.annotations.Nullable;

/** What happened to a ban of a unit under a scheme. Aggregate id = ban id. */
public sealed interface BanEvent extends WhitelistEvent {

    /**
     * The unit may not apply under the scheme from now on.
     *
     * @param rule YEARS or REST_OF_SCHEME
     * @param until the last day; absent for the rest of a scheme whose end is not known
     * @param revokedId the entry, or the unit's place in a directory, whose revocation is the cause
     */
    @EventType(value = "org.whitelane.whitelist.unit-banned.v1", topic = Topic.BAN)
    record UnitBanned(
            String banId,
            String scheme,
            int schemeVersion,
            String organisationId,
            String rule,
            String from,
            @Nullable String until,
            String revokedId,
            String reason,
            @Nullable String violation)
            implements BanEvent {
        @Override
        public String subject() {
            return banId;
        }
    }

    /** Before its time, by the scheme's office. */
    @EventType(value = "org.whitelane.whitelist.ban-lifted.v1", topic = Topic.BAN)
    record BanLifted(
            String banId, String scheme, String organisationId, String liftedOn, String reason)
            implements BanEvent {
        @Override
        public String subject() {
            return banId;
        }
    }
}
