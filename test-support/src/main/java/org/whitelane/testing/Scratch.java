package org.whitelane.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders that live as long as this JVM. */
final class Scratch {

    private Scratch() {}

    static Path folder(String name) {
        try {
            return Files.createTempDirectory("whitelane-test-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the part at the end of the JVM, then removes its folder. */
    static void atExit(Path folder, Runnable stop) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    try {
                                        stop.run();
                                    } finally {
                                        delete(folder);
                                    }
                                },
                                "stop-" + folder.getFileName()));
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftToTheSystem) {
            // a temporary folder: nothing depends on its removal
        }
    }
}
