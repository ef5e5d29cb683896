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

    record Result(int exitCode, String output) {}

    static Result check(Suite suite, String token, String topic, String apiPath)
            throws IOException, InterruptedException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        "org.whitelane.regulator.RegulatorCheck",
                        suite.bootstrapServers(),
                        topic + "=" + suite.gateway() + "/api/v1/" + apiPath + "/feed/" + topic);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("REGULATOR_TOKEN", token);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static String classPath() {
        var publicJars =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(jar -> jar.contains("kafka-clients") || jar.contains("slf4j-api"))
                        .collect(Collectors.joining(File.pathSeparator));
        return Path.of("..", "deploy", "regulator", "target", "classes")
                + File.pathSeparator
                + publicJars;
    }
}
