package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whitelane.events.CheckpointEvent.Checkpoint;
import org.whitelane.events.CheckpointKey;
import org.whitelane.events.CheckpointSeal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CheckpointKeysTests {

    /** RFC 8037 appendix A, in the alphabet of base64. */
    private static final String D = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private static final String KID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
    private static final String OTHER = "O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik";

    @TempDir private Path folder;

    @Test
    void thePublicHalfIsThatOfTheRfc() throws IOException {
        var keys = CheckpointKeys.of(file(D + "\n"));

        assertThat(keys.published()).containsExactly(new CheckpointKey(X));
        assertThat(keys.keyId()).isEqualTo(KID);
        assertThat(keys.canSign()).isTrue();
    }

    @Test
    void whatItSignsHoldsForThatKey() throws IOException {
        var keys = CheckpointKeys.of(file(D));
        var checkpoint =
                new Checkpoint(
                        "whitelane.registry.calendar.v1",
                        1,
                        "incarnation",
                        1,
                        2,
                        2,
                        "00".repeat(32),
                        List.of(),
                        "2026-03-02T01:00:00Z",
                        null,
                        keys.keyId());

        assertThat(CheckpointSeal.open(keys.sign(checkpoint), keys.published()))
                .isEqualTo(checkpoint);
    }

    @Test
    void formerKeysStayPublishedBehindTheOneThatSigns() throws IOException {
        var keys = CheckpointKeys.of(file(D + "\n\npublic " + OTHER + "\n"));

        assertThat(keys.published())
                .containsExactly(new CheckpointKey(X), new CheckpointKey(OTHER));
        assertThat(keys.keyId()).isEqualTo(KID);
    }

    @Test
    void withoutAFileThereIsNothingToSignWith() {
        var keys = CheckpointKeys.of(null);

        assertThat(keys.canSign()).isFalse();
        assertThat(keys.published()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| has no private key in its first line",
                "public 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo| has no private key",
                "AAAA| holds a key of 3 bytes",
                "not base64!| is not base64"
            })
    void aFileThatIsNoneIsNamedWithWhatIsRight(String content, String why) throws IOException {
        var file = file(content);

        assertThatThrownBy(() -> CheckpointKeys.of(file))
                .hasMessageContaining(file.toString())
                .hasMessageContaining(why)
                .hasMessageContaining("head -c 32 /dev/urandom | base64");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var file = folder.resolve("none");

        assertThatThrownBy(() -> CheckpointKeys.of(file)).hasMessageContaining(file.toString());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("key"), content);
    }
}
