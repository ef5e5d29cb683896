package org.whitelane.chassis.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

class KeyWrapTests {

    private static final byte[] PLAIN = "a signing key".getBytes(UTF_8);

    private final KeyWrap wrap = new KeyWrap(bytes(1));

    @Test
    void unwrapsWhatItWrapped() {
        var wrapped = wrap.wrap("kid", PLAIN);
        assertThat(new String(wrapped, UTF_8)).doesNotContain("signing");
        assertThat(wrap.unwrap("kid", wrapped)).isEqualTo(PLAIN);
        assertThat(wrap.wrap("kid", PLAIN)).as("another nonce each time").isNotEqualTo(wrapped);
    }

    @Test
    void noticesEveryChangedByte() {
        var wrapped = wrap.wrap("kid", PLAIN);
        for (var i = 0; i < wrapped.length; i++) {
            var changed = Arrays.copyOf(wrapped, wrapped.length);
            changed[i] ^= 1;
            assertThatExceptionOfType(KeyFileUnusable.class)
                    .isThrownBy(() -> wrap.unwrap("kid", changed));
        }
    }

    @Test
    void refusesAKeyOfAnotherRowFileOrLength() {
        var wrapped = wrap.wrap("kid", PLAIN);
        assertThatExceptionOfType(KeyFileUnusable.class)
                .isThrownBy(() -> wrap.unwrap("another", wrapped));
        assertThatExceptionOfType(KeyFileUnusable.class)
                .isThrownBy(() -> new KeyWrap(bytes(2)).unwrap("kid", wrapped))
                .withMessage("Signing key kid in the database was wrapped with another key file.");
        assertThatExceptionOfType(KeyFileUnusable.class)
                .isThrownBy(() -> wrap.unwrap("kid", new byte[5]));
    }

    @Test
    void readsItsFile(@TempDir Path folder) throws IOException {
        var file = folder.resolve("key");
        Files.writeString(file, Base64.getEncoder().encodeToString(bytes(1)) + "\n");
        assertThat(KeyWrap.of(file).unwrap("kid", wrap.wrap("kid", PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void wrapsWithTheFirstLineAndReadsWithAll(@TempDir Path folder) throws IOException {
        var file = folder.resolve("key");
        Files.writeString(file, line(1));
        var running = KeyWrap.of(file);
        var old = running.wrap("kid", PLAIN);
        var before = running.fingerprint();
        assertThat(running.rewrap("kid", old)).isEmpty();

        Files.writeString(file, line(2) + line(1));
        var fresh = running.wrap("kid", PLAIN);

        assertThat(running.fingerprint()).isNotEqualTo(before).hasSize(16);
        assertThat(running.rewrap("kid", old)).isPresent();
        assertThat(running.rewrap("kid", fresh)).isEmpty();
        assertThat(running.unwrap("kid", old)).isEqualTo(PLAIN);
        assertThat(new KeyWrap(bytes(2)).unwrap("kid", fresh)).isEqualTo(PLAIN);
    }

    /** Another instance was told first. */
    @Test
    void readsItsFileAgainForAKeyItDoesNotKnow(@TempDir Path folder) throws IOException {
        var file = folder.resolve("key");
        Files.writeString(file, line(1));
        var running = KeyWrap.of(file);
        var foreign = new KeyWrap(bytes(2)).wrap("kid", PLAIN);
        assertThatExceptionOfType(KeyFileUnusable.class)
                .isThrownBy(() -> running.unwrap("kid", foreign));

        Files.writeString(file, line(2) + line(1));

        assertThat(running.unwrap("kid", foreign)).isEqualTo(PLAIN);
    }

    private static String line(int value) {
        return Base64.getEncoder().encodeToString(bytes(value)) + "\n";
    }

    @Test
    void saysWhatIsWrongWithItsFile(@TempDir Path folder) throws IOException {
        assertUnusable(null, "The setting whitelane.signing.key-file is missing.");
        var file = folder.resolve("key");
        assertUnusable(file, "The signing key file %s cannot be read.".formatted(file));
        Files.writeString(file, "not base64!");
        assertUnusable(
                file,
                "The signing key file %s is not base64; it should hold 32 random bytes in base64."
                        .formatted(file));
        Files.writeString(file, "c2hvcnQ=");
        assertUnusable(
                file,
                "The signing key file holds 5 bytes, it should hold 32 random bytes in base64.");
    }

    @Test
    void tellsTheOperatorWhatToDo() {
        var analysis =
                new KeyFileFailureAnalyzer()
                        .analyze(
                                new IllegalStateException(
                                        new KeyFileUnusable("It is gone.", null)));
        assertThat(analysis)
                .isNotNull()
                .satisfies(
                        it -> {
                            assertThat(it.getDescription()).isEqualTo("It is gone.");
                            assertThat(it.getAction()).contains("whitelane.signing.key-file");
                        });
    }

    private static void assertUnusable(@Nullable Path file, String message) {
        assertThatExceptionOfType(KeyFileUnusable.class)
                .isThrownBy(() -> KeyWrap.of(file))
                .withMessage(message);
    }

    private static byte[] bytes(int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
