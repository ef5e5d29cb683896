package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A clinical-trial approval in the register.
 *
 * @param classCatalogue the catalogue the registration class was checked against; null without a
 *     class
 * @param recordedAt when it entered the register, which is none of its three dates
 */
public record Ind(UUID id, IndFacts facts, @Nullable String classCatalogue, Instant recordedAt) {

    /**
     * A record with its place in the list.
     *
     * @param place drawn at insertion and never changed: a new record never moves between two that
     *     a reader has seen
     */
    public record Listed(long place, Ind ind) {}
}
