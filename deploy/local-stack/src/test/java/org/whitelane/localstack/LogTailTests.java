package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class LogTailTests {

    @TempDir Path dir;

    @Test
    void showsStructuredLinesAndCausesAsPlainText() throws Exception {
        Path log = dir.resolve("a.log");
        Files.writeString(
                log,
                """
                plain line
                \tat org.example.Frame
                {"log":{"level":"ERROR"},"message":"Application run failed","error":{"message":"no bean","stack_trace":"x\\n\\tat y\\nCaused by: no table\\n\\tat z"}}
                {"cut off
                """);
        assertThat(LogTail.of(log))
                .containsExactly(
                        "plain line",
                        "ERROR Application run failed",
                        "  no bean",
                        "  Caused by: no table",
                        "{\"cut off");
    }
}
