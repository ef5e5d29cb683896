package org.whitelane.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code whitelane-verify} as the one jar that a regulator copies. */
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
        return check(suite, token, source(suite, topic, apiPath));
    }

    /** Both ways into a stream, in words of the program. */
    static List<String> source(Suite suite, String topic, String apiPath) {
        var feed = suite.gateway() + "/api/v1/" + apiPath + "/feed/" + topic;
        return List.of("--topic", topic, "--feed", feed);
    }

    static Result check(Suite suite, String token, List<String> words)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", jar().toString(), "check"));
        command.addAll(List.of("--kafka-config", KafkaClient.file(suite, "regulator").toString()));
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("WHITELANE_TOKEN", token);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static Path jar() throws IOException {
        try (var built = Files.list(Path.of("..", "whitelane-verify", "target"))) {
            return built.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("whitelane-verify has not been packaged"));
        }
    }
}
