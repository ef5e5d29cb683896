package org.whitelane.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** What the services of this JVM sign checkpoints with; as long as it lives the same. */
final class CheckpointKeyFile {

    private static final Path FILE = write();

    private CheckpointKeyFile() {}

    static String path() {
        return FILE.toString();
    }

    private static Path write() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            return Files.writeString(
                    Scratch.folder("checkpoint-key").resolve("key"),
                    Base64.getEncoder().encodeToString(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
