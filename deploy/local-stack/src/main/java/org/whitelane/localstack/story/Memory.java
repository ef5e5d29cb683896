package org.whitelane.localstack.story;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the story has done on this data directory, so that a second run checks instead of playing
 * again.
 */
final class Memory {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path factsFile;
    private final Path credentialsFile;
    private final Map<String, String> facts;
    private final List<Credential> credentials;

    /**
     * @param name what the story calls the officer; not part of the suite
     * @param organisation empty for the suite's own operators
     */
    record Credential(
            String name,
            String clientId,
            String clientSecret,
            List<String> roles,
            String organisation) {}

    Memory(Path dataDirectory) {
        factsFile = dataDirectory.resolve("story.json");
        credentialsFile = dataDirectory.resolve("demo-credentials.json");
        facts =
                read(
                        factsFile,
                        new TypeReference<LinkedHashMap<String, String>>() {},
                        new LinkedHashMap<>());
        credentials =
                read(
                        credentialsFile,
                        new TypeReference<ArrayList<Credential>>() {},
                        new ArrayList<>());
    }

    Path credentialsFile() {
        return credentialsFile;
    }

    Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    String known(String name) {
        return fact(name).orElseThrow(() -> new StoryFailed("the story does not know " + name));
    }

    Map<String, String> facts() {
        return Map.copyOf(facts);
    }

    void remember(String name, String value) {
        facts.put(name, value);
        write(factsFile, facts);
    }

    Optional<Credential> credential(String name) {
        return credentials.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    void remember(Credential credential) {
        credentials.add(credential);
        write(credentialsFile, credentials);
    }

    private static <T> T read(Path file, TypeReference<T> type, T empty) {
        return Files.exists(file) ? JSON.readValue(file, type) : empty;
    }

    /**
     * Secrets are among it: readable by the owner only, and replaced at once so that a kill leaves
     * the old or the new.
     */
    private static void write(Path file, Object content) {
        try {
            var draft = file.resolveSibling(file.getFileName() + ".tmp");
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, JSON.writeValueAsBytes(content));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
