package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.events.CheckpointKey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;

class RotateCheckpointKeyTests {

    @TempDir Path dir;

    /** RFC 8032 §7.1, test 1. */
    @Test
    void keepsThePublicHalfOfTheOldKeyBehindTheNewOne() throws Exception {
        var seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        var x = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        var file = dir.resolve("key");
        Files.writeString(
                file, Base64.getEncoder().encodeToString(HexFormat.of().parseHex(seed)) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        var first = RotateCheckpointKey.rotate(file);
        var second = RotateCheckpointKey.rotate(file);

        var old =
                new CheckpointKey(
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(HexFormat.of().parseHex(x)));
        assertThat(first.from()).isEqualTo(old.thumbprint());
        assertThat(second.from()).isEqualTo(first.to());
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3).last().isEqualTo("public " + old.x());
        assertThat(Base64.getDecoder().decode(lines.getFirst())).hasSize(32);
        assertThat(new CheckpointKey(lines.get(1).replace("public ", "")).thumbprint())
                .isEqualTo(first.to());
        assertThat(Files.getPosixFilePermissions(file))
                .as("read in a container by another user, as before")
                .isEqualTo(PosixFilePermissions.fromString("r--r--r--"));
        assertThat(dir.toFile().list()).containsExactly("key");
    }

    @Test
    void leavesWhatIsNoKeyFileAsItIs() throws Exception {
        var file = Files.writeString(dir.resolve("key"), "public abc\n");
        assertThatThrownBy(() -> RotateCheckpointKey.rotate(file))
                .isInstanceOf(Options.Unusable.class)
                .hasMessageContaining("is no key file of checkpoints");
        assertThat(file).hasContent("public abc\n");
        assertThatThrownBy(() -> RotateCheckpointKey.rotate(dir.resolve("none")))
                .isInstanceOf(Options.Unusable.class);
    }
}
