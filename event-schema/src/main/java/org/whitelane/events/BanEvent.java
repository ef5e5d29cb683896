package org.whitelane.events;

import static org.whitelane.events.Audience.OWNER;

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
            @For(OWNER) String banId,
            @For(OWNER) String scheme,
            @For(OWNER) int schemeVersion,
            @For(OWNER) String organisationId,
            @For(OWNER) String rule,
            @For(OWNER) String from,
            @For(OWNER) @Nullable String until,
            @For(OWNER) String revokedId,
            @For(OWNER) String reason,
            @For(OWNER) @Nullable String violation)
            implements BanEvent {
        @Override
        public String subject() {
            return banId;
        }
    }

    /** Before its time, by the scheme's office. */
    @EventType(value = "org.whitelane.whitelist.ban-lifted.v1", topic = Topic.BAN)
    record BanLifted(
            @For(OWNER) String banId,
            @For(OWNER) String scheme,
            @For(OWNER) String organisationId,
            @For(OWNER) String liftedOn,
            @For(OWNER) String reason)
            implements BanEvent {
        @Override
        public String subject() {
            return banId;
        }
    }
}
