package org.whitelane.whitelist.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.events.BatchEvent;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.whitelist.batch.BatchFact;
import org.whitelane.whitelist.batch.BatchRoom;
import org.whitelane.whitelist.batch.BatchSignature;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.signing.KeyFact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

final class BatchEvents {

    private BatchEvents() {}

    static BatchPublished published(BatchFact.BatchPublished fact) {
        var batch = fact.batch();
        var room = fact.room();
        var listed = Stream.concat(fact.entries().stream(), fact.revised().stream()).toList();
        var ids = listed.stream().map(entry -> entry.id().toString()).toList();
        return new BatchPublished(
                batch.id().toString(),
                batch.scheme(),
                fact.scheme().name().zh(),
                fact.scheme().name().en(),
                batch.number(),
                batch.decisionDocument(),
                batch.publishedOn().toString(),
                organisations(fact, listed),
                ids.size(),
                ids,
                digest(ids),
                room.rounds(),
                Objects.requireNonNull(room.frozen(), "only what is frozen is published").digest(),
                room.signatures().stream().map(BatchEvents::signature).toList(),
                new BatchEvent.Changes(
                        fact.diff().added().size(),
                        texts(fact.diff().changed()),
                        texts(fact.diff().removed())),
                fact.units().size(),
                fact.replaced());
    }

    private static int organisations(BatchFact.BatchPublished fact, List<WhitelistEntry> listed) {
        return (int)
                Stream.concat(
                                listed.stream().map(entry -> entry.holder().organisation()),
                                fact.units().stream().map(unit -> unit.holder().organisation()))
                        .distinct()
                        .count();
    }

    private static BatchEvent.Signature signature(BatchSignature signature) {
        return new BatchEvent.Signature(
                signature.agencyRole(),
                signature.organisation(),
                signature.keyId(),
                signature.publicKey(),
                signature.statement(),
                signature.jws());
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    /** What nobody outside may hear of before the publication: no content, only where it stands. */
    static InternalEvent moved(BatchFact.Moved fact) {
        var room = fact.room();
        return new InternalEvent(
                "org.whitelane.whitelist." + fact.action().event(),
                room.id().toString(),
                Map.of(
                        "batchId", room.id().toString(),
                        "scheme", room.scheme(),
                        "status", room.status().name()));
    }

    /** Beside it: the step, and the digest that was signed. */
    static Map<String, Object> after(BatchRoom room) {
        var frozen = room.frozen();
        return Map.of(
                "step", room.steps().getLast(),
                "requests", room.requests(),
                "digest", frozen == null ? "" : frozen.digest(),
                "signedBy", room.signatures().stream().map(BatchSignature::agencyRole).toList());
    }

    static InternalEvent key(KeyFact fact) {
        var what =
                switch (fact) {
                    case KeyFact.Registered _ -> "signing-key-registered.v1";
                    case KeyFact.Revoked _ -> "signing-key-revoked.v1";
                };
        var key = fact.key();
        return new InternalEvent(
                "org.whitelane.whitelist." + what,
                key.id(),
                Map.of(
                        "keyId", key.id(),
                        "publicKey", key.key().x(),
                        "organisation", key.organisation()));
    }

    /** SHA-256 over the ids in order, each followed by a line feed. */
    static String digest(List<String> ids) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            ids.forEach(id -> sha.update((id + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
