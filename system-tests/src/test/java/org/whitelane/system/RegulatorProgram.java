package org.whitelane.system;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the regulator's own check as the separate program that it is. */
final class RegulatorProgram {

    private RegulatorProgram() {}

    record Result(int exitCode, String output) {

        /** Topic and feed hold and end with the same hash, the last word of each line. */
        boolean bothHoldTheSame() {
            var lines = output.lines().toList();
            return exitCode == 0
                    && lines.size() == 2
                    && lines.stream().map(l -> l.substring(l.lastIndexOf(' '))).distinct().count()
                            == 1;
        }
    }

    static Result check(Suite suite, String token, String topic, String apiPath)
            throws IOException, InterruptedException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "org.whitelane.verify.WhitelaneVerify",
                        "check",
                        "--kafka-config",
                        KafkaClient.file(suite, "regulator").toString(),
                        "--topic",
                        topic,
                        "--feed",
                        suite.gateway() + "/api/v1/" + apiPath + "/feed/" + topic);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("WHITELANE_TOKEN", token);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static String classPath() {
        var parts = List.of("kafka-clients", "slf4j-api", "jackson-", "jspecify");
        var publicJars =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(jar -> parts.stream().anyMatch(jar::contains))
                        .collect(Collectors.joining(File.pathSeparator));
        return String.join(
                File.pathSeparator,
                Path.of("..", "whitelane-verify", "target", "classes").toString(),
                Path.of("..", "event-schema", "target", "classes").toString(),
                publicJars);
    }
}
