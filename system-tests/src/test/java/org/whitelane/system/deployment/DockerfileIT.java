package org.whitelane.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules that a linter would hold, for the one file we have. */
class DockerfileIT {

    private final List<String> lines = lines("../deploy/Dockerfile");

    @Test
    void runsAsANumberInEveryFinalStage() {
        for (String stage : List.of("tools", "service")) {
            assertThat(stage(stage)).as(stage).contains("USER 10001:10001");
            var instructions = stage(stage);
            assertThat(instructions.indexOf("USER 10001:10001"))
                    .isLessThan(
                            instructions.indexOf(
                                    instructions.stream()
                                            .filter(line -> line.startsWith("ENTRYPOINT"))
                                            .findFirst()
                                            .orElseThrow()));
        }
    }

    @Test
    void startsWithoutAShell() {
        assertThat(lines)
                .filteredOn(line -> line.matches("(ENTRYPOINT|CMD) .*"))
                .hasSize(2)
                .allMatch(line -> line.matches("ENTRYPOINT \\[\"java\".*]"));
        assertThat(lines).anyMatch(line -> line.matches("HEALTHCHECK .* CMD \\[\"health\"]"));
    }

    @Test
    void copiesLayersLeastOftenChangedFirstAndNothingBySurprise() {
        assertThat(stage("service").stream().filter(line -> line.startsWith("COPY")).toList())
                .extracting(line -> line.replaceAll(".*/extracted/([a-z-]+)/.*", "$1"))
                .containsExactly(
                        "dependencies",
                        "spring-boot-loader",
                        "snapshot-dependencies",
                        "application");
        assertThat(lines).noneMatch(line -> line.startsWith("ADD ") || line.matches("COPY \\. .*"));
        assertThat(lines("../.dockerignore")).startsWith("*");
    }

    @Test
    void pinsTheBaseToTheJavaThatWeBuildWith() throws IOException {
        String java =
                Files.readString(Path.of("../pom.xml"))
                        .replaceAll("(?s).*<java.version>(.*?)</java.version>.*", "$1");
        assertThat(lines).contains("ARG JAVA_IMAGE=eclipse-temurin:" + java + "-jre");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM"))
                .allMatch(line -> line.matches("FROM (\\$\\{JAVA_IMAGE}|base) AS [a-z]+"));
    }

    @Test
    void saysWhatTheImageIs() {
        for (String stage : List.of("tools", "service")) {
            assertThat(stage(stage))
                    .as(stage)
                    .anyMatch(line -> line.startsWith("LABEL org.opencontainers.image.title="));
        }
    }

    private List<String> stage(String name) {
        int start = lines.indexOf("FROM base AS " + name);
        assertThat(start).isNotNegative();
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("FROM"))
                .toList();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
