package org.whitelane.events;

import static org.whitelane.events.Audience.REGULATOR;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * That a checkpoint of a stream was taken: each service publishes those of its own streams. What
 * counts is what {@link #jws()} signs; the fields beside it say the same.
 */
public sealed interface CheckpointEvent
        permits RegistryEvent.CheckpointTaken,
                WhitelistEvent.CheckpointTaken,
                ApprovalEvent.CheckpointTaken,
                NotificationEvent.CheckpointTaken {

    String stream();

    Checkpoint checkpoint();

    /** Compact (RFC 7515 §7.1), EdDSA; its payload is the canonical form of the checkpoint. */
    String jws();

    static EventPayload of(String context, Checkpoint checkpoint, String jws) {
        var stream = checkpoint.stream();
        return switch (context) {
            case "registry" -> new RegistryEvent.CheckpointTaken(stream, checkpoint, jws);
            case "whitelist" -> new WhitelistEvent.CheckpointTaken(stream, checkpoint, jws);
            case "approval" -> new ApprovalEvent.CheckpointTaken(stream, checkpoint, jws);
            case "notification" -> new NotificationEvent.CheckpointTaken(stream, checkpoint, jws);
            default -> throw new IllegalArgumentException("no context " + context);
        };
    }

    /**
     * How far a stream had come.
     *
     * @param number of this stream's checkpoints, from 1, without gaps
     * @param firstPosition the first that the one before did not vouch for
     * @param entries from first to last position
     * @param chainHash of the last position: it holds all entries before it
     * @param ends of the topic's partitions when it was taken: whoever read up to there has read
     *     everything up to the last position; empty for a stream that is never sent
     * @param takenAt RFC 3339 in UTC, by the service's clock
     * @param previous SHA-256, hexadecimal, over the canonical form of the one before; absent for
     *     the first
     * @param keyId JWK thumbprint (RFC 7638) of the key that signed it
     */
    record Checkpoint(
            @For(REGULATOR) String stream,
            @For(REGULATOR) long number,
            @For(REGULATOR) String incarnation,
            @For(REGULATOR) long firstPosition,
            @For(REGULATOR) long lastPosition,
            @For(REGULATOR) long entries,
            @For(REGULATOR) String chainHash,
            @For(REGULATOR) List<PartitionEnd> ends,
            @For(REGULATOR) String takenAt,
            @For(REGULATOR) @Nullable String previous,
            @For(REGULATOR) String keyId) {

        public Checkpoint {
            ends = List.copyOf(ends);
        }
    }

    /**
     * @param endOffset the offset after the partition's last record
     */
    record PartitionEnd(@For(REGULATOR) int partition, @For(REGULATOR) long endOffset) {}
}
