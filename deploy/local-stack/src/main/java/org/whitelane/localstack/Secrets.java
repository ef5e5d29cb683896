package org.whitelane.localstack;

import org.whitelane.embedded.PrivateFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Random secrets of this data directory, made once, each in a file that only its owner may read. A
 * file that is removed while the suite is down is made anew, which is how a password is changed.
 */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path dir;

    Secrets(Path dir) {
        this.dir = dir;
        try {
            Files.createDirectories(dir);
            Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 192 random bits, safe in URLs and shells. */
    String password(String name) {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        return read(kept(name, Base64.getUrlEncoder().withoutPadding().encodeToString(random)));
    }

    /** The file with a 256-bit key in base64. */
    Path keyFile(String name) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return kept(name, Base64.getEncoder().encodeToString(random));
    }

    private synchronized Path kept(String name, String fresh) {
        Path file = dir.resolve(name);
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, fresh);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
