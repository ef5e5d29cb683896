package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

class SecretsTests {

    @TempDir Path dir;

    @Test
    void keepsASecretOnceMade() {
        String made = new Secrets(dir).password("registry_app");
        assertThat(new Secrets(dir).password("registry_app")).isEqualTo(made).hasSize(32);
        assertThat(new Secrets(dir).password("registry_relay")).isNotEqualTo(made);
    }

    @Test
    void letsNobodyElseReadIt() throws Exception {
        Path key = new Secrets(dir).keyFile("signing-key");
        assertThat(Base64.getDecoder().decode(Files.readString(key))).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir)))
                .isEqualTo("rwx------");
    }
}
