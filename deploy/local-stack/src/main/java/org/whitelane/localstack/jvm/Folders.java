package org.whitelane.localstack.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What the JDK has no single call for. */
public final class Folders {

    private Folders() {}

    /** With all that is in it; nothing happens when it is not there. */
    public static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The folders of a part's caches; to be closed. */
    static Stream<Path> ofPart(String part, Path folder) throws IOException {
        return Files.list(folder)
                .filter(
                        child ->
                                child.getFileName()
                                        .toString()
                                        .matches(part + "-[0-9a-f]{" + Binding.KEY_LENGTH + "}"));
    }
}
