package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * {@code approved/} only grows: {@code digests.txt} holds every file by its SHA-256, as {@code
 * sha256sum} writes it.
 */
class FrozenFilesTests {

    @Test
    void nothingPublishedWasTouched() throws Exception {
        assertThat(changes(Published.APPROVED)).isEmpty();
    }

    @Test
    void aChangedSampleIsFound(@TempDir Path copy) throws Exception {
        copyTo(copy);
        var sample = copy.resolve("approval/ind-recorded.v1.json");
        Files.writeString(sample, Files.readString(sample).replace("IMPLIED", "APPROVED"));

        assertThat(changes(copy)).containsExactly("changed: approval/ind-recorded.v1.json");
    }

    @Test
    void aRemovedSampleIsFound(@TempDir Path copy) throws Exception {
        copyTo(copy);
        Files.delete(copy.resolve("approval/ind-recorded.v1.json"));

        assertThat(changes(copy)).containsExactly("removed: approval/ind-recorded.v1.json");
    }

    @Test
    void anUnlistedFileIsFound(@TempDir Path copy) throws Exception {
        copyTo(copy);
        Files.writeString(copy.resolve("approval/ind-recorded.v1+more.json"), "{}");

        assertThat(changes(copy)).containsExactly("not listed: approval/ind-recorded.v1+more.json");
    }

    private static List<String> changes(Path folder) throws Exception {
        var listed = listed(folder);
        var found = new ArrayList<String>();
        for (var file : Published.files(folder)) {
            var name = folder.relativize(file).toString();
            var digest = listed.remove(name);
            if (digest == null) {
                found.add("not listed: " + name);
            } else if (!digest.equals(sha256(file))) {
                found.add("changed: " + name);
            }
        }
        listed.keySet().forEach(name -> found.add("removed: " + name));
        return found;
    }

    private static Map<String, String> listed(Path folder) throws IOException {
        var digests = new HashMap<String, String>();
        for (var line : Files.readAllLines(folder.resolve("digests.txt"))) {
            digests.put(line.substring(66), line.substring(0, 64));
        }
        return digests;
    }

    private static String sha256(Path file) throws Exception {
        var digest = java.security.MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }

    private static void copyTo(Path copy) throws IOException {
        try (var files = Files.walk(Published.APPROVED)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(Published.APPROVED.relativize(file).toString());
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(file, target);
            }
        }
    }
}
