package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A clinical-trial approval in the register.
 *
 * @param facts as they stand since the last correction
 * @param classCatalogue the catalogue the registration class was checked against; null without a
 *     class
 * @param recordedAt when it entered the register, which is none of its three dates
 * @param amendments the oldest first
 */
public record Ind(
        UUID id,
        IndFacts facts,
        @Nullable String classCatalogue,
        Instant recordedAt,
        List<Amendment> amendments) {

    public Ind {
        amendments = List.copyOf(amendments);
    }

    /** From 1; grows with each amendment. */
    public long version() {
        return 1L + amendments.size();
    }

    public Status status() {
        return !amendments.isEmpty() && amendments.getLast().kind() == Amendment.Kind.REVOCATION
                ? Status.REVOKED
                : Status.RECORDED;
    }

    Ind amended(IndFacts now, @Nullable String catalogue, Amendment amendment) {
        return new Ind(
                id,
                now,
                catalogue,
                recordedAt,
                Stream.concat(amendments.stream(), Stream.of(amendment)).toList());
    }

    /**
     * A record with its place in the list.
     *
     * @param place drawn at insertion and never changed: a new record never moves between two that
     *     a reader has seen
     */
    public record Listed(long place, Ind ind) {

        Listed with(List<Amendment> amendments) {
            return new Listed(
                    place,
                    new Ind(ind.id, ind.facts, ind.classCatalogue, ind.recordedAt, amendments));
        }
    }
}
