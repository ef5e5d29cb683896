package org.whitelane.verify;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.CheckpointEvent.Checkpoint;
import org.whitelane.events.CheckpointKey;
import org.whitelane.events.CheckpointSeal;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the user brings: keys, and the checkpoints he has kept. A checkpoint that is not signed with
 * one of the keys, or that contradicts another, ends the check: nothing can be held against it.
 */
record Trust(List<Checkpoint> kept, List<Checkpoint> published) {

    static Trust of(List<Path> keyFiles, List<Path> keptFiles, List<Path> publishedFiles) {
        var keys = new ArrayList<CheckpointKey>();
        keyFiles.forEach(file -> keys.addAll(keys(file)));
        if (keys.isEmpty() && !(keptFiles.isEmpty() && publishedFiles.isEmpty())) {
            throw new Unusable(
                    "a checkpoint is of no use without the key it is signed with: --key FILE");
        }
        return new Trust(checkpoints(keptFiles, keys), checkpoints(publishedFiles, keys));
    }

    /** A checkpoint of something else is a mistake of the user: what it should prove is not. */
    void mustBeOf(Set<String> streams) {
        for (var checkpoint : all()) {
            if (!streams.contains(checkpoint.stream())) {
                throw new Unusable(
                        "checkpoint %d is of stream %s, what is read is %s"
                                .formatted(
                                        checkpoint.number(),
                                        checkpoint.stream(),
                                        String.join(", ", streams)));
            }
        }
    }

    /** Those of a stream by number, each chained to the one before where both are there. */
    List<Checkpoint> of(String stream) {
        var byNumber = new TreeMap<Long, Checkpoint>();
        for (var checkpoint : all()) {
            if (!checkpoint.stream().equals(stream)) {
                continue;
            }
            var known = byNumber.putIfAbsent(checkpoint.number(), checkpoint);
            if (known != null && !known.equals(checkpoint)) {
                throw new Contradiction(
                        "checkpoint %d of %s was signed twice with different content"
                                .formatted(checkpoint.number(), stream));
            }
        }
        byNumber.values().forEach(c -> mustFollow(byNumber.lowerEntry(c.number()), c));
        long shown = newest(published, stream);
        long had = newest(kept, stream);
        if (shown > 0 && shown < had) {
            throw new Contradiction(
                    "the newest published checkpoint of %s is number %d, older than number %d that you have kept"
                            .formatted(stream, shown, had));
        }
        return List.copyOf(byNumber.values());
    }

    private List<Checkpoint> all() {
        return Stream.concat(kept.stream(), published.stream()).toList();
    }

    private static long newest(List<Checkpoint> checkpoints, String stream) {
        return checkpoints.stream()
                .filter(c -> c.stream().equals(stream))
                .mapToLong(Checkpoint::number)
                .max()
                .orElse(0);
    }

    private static void mustFollow(
            Map.@Nullable Entry<Long, Checkpoint> earlier, Checkpoint checkpoint) {
        if (earlier == null) {
            return;
        }
        var before = earlier.getValue();
        if (before.number() == checkpoint.number() - 1
                && !CheckpointSeal.digest(before).equals(checkpoint.previous())) {
            throw new Contradiction(
                    "checkpoint %d of %s does not name checkpoint %d as the one before"
                            .formatted(checkpoint.number(), checkpoint.stream(), before.number()));
        }
        if (before.lastPosition() >= checkpoint.lastPosition()) {
            throw new Contradiction(
                    "checkpoint %d of %s ends at position %d, no further than checkpoint %d"
                            .formatted(
                                    checkpoint.number(),
                                    checkpoint.stream(),
                                    checkpoint.lastPosition(),
                                    before.number()));
        }
    }

    static Mark mark(Checkpoint checkpoint) {
        return new Mark(
                checkpoint.lastPosition(),
                HexFormat.of().parseHex(checkpoint.chainHash()),
                "checkpoint %d of %s".formatted(checkpoint.number(), checkpoint.takenAt()),
                true,
                true);
    }

    /** The signer said two things: whoever holds the key is not to be trusted. */
    static final class Contradiction extends RuntimeException {
        Contradiction(String message) {
            super(message);
        }
    }

    private static List<CheckpointKey> keys(Path file) {
        var keys = new ArrayList<CheckpointKey>();
        for (var json : documents(file)) {
            for (var key : json.path("keys").isArray() ? json.path("keys") : List.of(json)) {
                if (!key.path("kty").asString("").equals("OKP")
                        || !key.path("crv").asString("").equals("Ed25519")) {
                    throw new Unusable(
                            "%s holds no public key: a JWK with kty OKP, crv Ed25519 and x, or a set of them"
                                    .formatted(file));
                }
                keys.add(key(file, key.path("x").asString("")));
            }
        }
        return keys;
    }

    private static CheckpointKey key(Path file, String x) {
        try {
            return new CheckpointKey(x);
        } catch (IllegalArgumentException e) {
            throw new Unusable("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static List<Checkpoint> checkpoints(List<Path> files, List<CheckpointKey> keys) {
        return files.stream().flatMap(file -> checkpoints(file, keys).stream()).toList();
    }

    /** One as published or as read over HTTP, a page of them, or one on each line. */
    private static List<Checkpoint> checkpoints(Path file, List<CheckpointKey> keys) {
        var found = new ArrayList<Checkpoint>();
        for (var json : documents(file)) {
            for (var item : json.path("items").isArray() ? json.path("items") : List.of(json)) {
                try {
                    var jws = item.path("jws").asString("");
                    found.add(CheckpointSeal.open(jws, keys));
                } catch (IllegalArgumentException e) {
                    throw new Unusable(
                            "the checkpoint in %s vouches for nothing: %s"
                                    .formatted(file, e.getMessage()),
                            e);
                }
            }
        }
        if (found.isEmpty()) {
            throw new Unusable("%s holds no checkpoint".formatted(file));
        }
        return found;
    }

    private static List<JsonNode> documents(Path file) {
        try (var values =
                JsonEvents.JSON
                        .readerFor(JsonNode.class)
                        .<JsonNode>readValues(Files.readAllBytes(file))) {
            return values.readAll();
        } catch (IOException e) {
            throw new Unusable("%s cannot be read: %s".formatted(file, e), e);
        } catch (JacksonException e) {
            throw new Unusable("%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }
}
