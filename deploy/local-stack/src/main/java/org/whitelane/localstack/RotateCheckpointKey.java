package org.whitelane.localstack;

import org.whitelane.events.CheckpointKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Gives a service another key for its checkpoints: {@code FILE...}, the files that {@code
 * whitelane.checkpoints.key-file} names. The new key comes first; of the old one the public half
 * stays, so that what it signed can still be checked. The service takes it up when it starts.
 */
final class RotateCheckpointKey {

    private static final String FORMER = "public ";
    private static final int SIZE = 32;

    private RotateCheckpointKey() {}

    /** The names (RFC 7638) of the key that signed until now and of the one that will sign. */
    record Rotation(Path file, String from, String to) {

        @Override
        public String toString() {
            return "%s: from %s to %s".formatted(file.getFileName(), from, to);
        }
    }

    /**
     * Whole or not at all; who may read the file stays as it was.
     *
     * @throws Options.Unusable for what is no key file; it stays as it is
     */
    static Rotation rotate(Path file) {
        try {
            var lines = Files.readString(file).lines().map(String::strip).filter(l -> !l.isEmpty());
            return write(file, lines.toList());
        } catch (IOException e) {
            throw new Options.Unusable("%s cannot be rotated: %s".formatted(file, e));
        }
    }

    private static Rotation write(Path file, List<String> lines) throws IOException {
        var old = publicHalf(file, lines.isEmpty() ? "" : lines.getFirst());
        byte[] seed = new byte[SIZE];
        new SecureRandom().nextBytes(seed);
        var text = Base64.getEncoder().encodeToString(seed);
        var written = new ArrayList<String>();
        written.add(text);
        written.add(FORMER + old.x());
        written.addAll(lines.subList(1, lines.size()));
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, written, StandardCharsets.US_ASCII);
        Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return new Rotation(file, old.thumbprint(), publicHalf(file, text).thumbprint());
    }

    private static CheckpointKey publicHalf(Path file, String line) {
        try {
            byte[] seed = Base64.getDecoder().decode(line);
            if (seed.length != SIZE) {
                throw new IllegalArgumentException();
            }
            var generator = KeyPairGenerator.getInstance("Ed25519");
            // the JDK tells the public half to nobody but a generator: it takes these for random
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            return CheckpointKey.of(generator.generateKeyPair().getPublic());
        } catch (IllegalArgumentException e) {
            throw new Options.Unusable(
                    file
                            + " is no key file of checkpoints: its first line is not 32 bytes in"
                            + " base64.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    static void main(String[] args) {
        try {
            if (args.length == 0) {
                throw new Options.Unusable(
                        "Which files? Those that whitelane.checkpoints.key-file names.");
            }
            for (var file : args) {
                System.out.println(rotate(Path.of(file)));
            }
        } catch (Options.Unusable e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Fixed(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] out) {
            System.arraycopy(bytes, 0, out, 0, out.length);
        }
    }
}
