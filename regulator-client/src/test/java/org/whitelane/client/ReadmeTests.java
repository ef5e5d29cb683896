package org.whitelane.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.tools.ToolProvider;

/** What a regulator copies from the README compiles, and is as short as it is said to be. */
class ReadmeTests {

    private static final int LINES = 40;

    @TempDir private Path folder;

    @Test
    void theExampleCompiles() throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```java\n") + "```java\n".length();
        var example = readme.substring(start, readme.indexOf("```", start));
        var file = Files.writeString(folder.resolve("PrintEntries.java"), example);

        assertThat(example.lines().count()).isLessThanOrEqualTo(LINES);
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-Xlint:all,-classfile,-processing",
                                "-Werror",
                                "-proc:none",
                                "-d",
                                folder.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                file.toString());
        assertThat(failed).isZero();
    }
}
