package org.whitelane.events;

import org.jspecify.annotations.Nullable;

/**
 * An event that takes back or replaces what an earlier one stated: who was told the old fact must
 * be told this one.
 */
public sealed interface Correction
        permits ApprovalEvent.IndCorrected,
                ApprovalEvent.IndRevoked,
                EntryEvent.EntryRevoked,
                UnitEvent.UnitDelisted {

    /** Absent in events of before there was this field, and where nothing is taken back. */
    @Nullable Supersedes supersedes();

    /**
     * The statement that no longer holds: an earlier event of the same aggregate, in the same
     * stream.
     *
     * @param eventId its {@code ce_id}
     * @param type its {@code ce_type}
     * @param aggregateVersion its {@code ce_aggregateversion}
     */
    record Supersedes(
            @For(Audience.PUBLIC) String eventId,
            @For(Audience.PUBLIC) String type,
            @For(Audience.PUBLIC) long aggregateVersion) {}
}
