package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.CheckpointEvent.Checkpoint;
import org.whitelane.events.CheckpointKey;
import org.whitelane.events.CheckpointSeal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What a service signs its checkpoints with. The file lies beside the database, never in it:
 * whoever can write all tables still cannot sign. Its first line is the private key, 32 random
 * bytes in base64 (RFC 8032 §5.1.5). A further line {@code public <x>} is a key that signed before:
 * its public half stays published, its private half is gone.
 */
final class CheckpointKeys {

    private static final String FORMER = "public ";
    private static final int SIZE = 32;

    private final @Nullable PrivateKey signing;
    private final List<CheckpointKey> published;

    private CheckpointKeys(@Nullable PrivateKey signing, List<CheckpointKey> published) {
        this.signing = signing;
        this.published = List.copyOf(published);
    }

    /**
     * @param file null where the service takes no checkpoints
     */
    static CheckpointKeys of(@Nullable Path file) {
        if (file == null) {
            return new CheckpointKeys(null, List.of());
        }
        try {
            var lines = Files.readString(file).lines().map(String::strip).filter(l -> !l.isEmpty());
            return read(file, lines.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The key file of the checkpoints, %s, cannot be read.".formatted(file), e);
        }
    }

    private static CheckpointKeys read(Path file, List<String> lines) {
        if (lines.isEmpty() || lines.getFirst().startsWith(FORMER)) {
            throw unusable(file, "has no private key in its first line");
        }
        var pair = pair(file, lines.getFirst());
        var published = new ArrayList<CheckpointKey>();
        published.add(CheckpointKey.of(pair.getPublic()));
        for (var line : lines.subList(1, lines.size())) {
            if (!line.startsWith(FORMER)) {
                throw unusable(file, "has a line that begins neither the file nor with 'public '");
            }
            published.add(new CheckpointKey(line.substring(FORMER.length())));
        }
        return new CheckpointKeys(pair.getPrivate(), published);
    }

    private static KeyPair pair(Path file, String line) {
        try {
            var seed = Base64.getDecoder().decode(line);
            if (seed.length != SIZE) {
                throw unusable(file, "holds a key of %d bytes".formatted(seed.length));
            }
            var generator = KeyPairGenerator.getInstance("Ed25519");
            // the JDK tells the public half to nobody but a generator: it takes these for random
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            return generator.generateKeyPair();
        } catch (IllegalArgumentException e) {
            throw unusable(file, "is not base64");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    private static IllegalStateException unusable(Path file, String why) {
        return new IllegalStateException(
                "The key file of the checkpoints, %s, %s; make one: head -c 32 /dev/urandom | base64 > FILE."
                        .formatted(file, why));
    }

    boolean canSign() {
        return signing != null;
    }

    /** The one that signs first. */
    List<CheckpointKey> published() {
        return published;
    }

    String keyId() {
        return published.getFirst().thumbprint();
    }

    String sign(Checkpoint checkpoint) {
        if (signing == null) {
            throw new IllegalStateException("no key file for checkpoints is configured");
        }
        return CheckpointSeal.sign(checkpoint, signing);
    }

    private static final class Fixed extends SecureRandom {

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
