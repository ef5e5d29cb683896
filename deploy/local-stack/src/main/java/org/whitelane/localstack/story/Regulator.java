package org.whitelane.localstack.story;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Chapter d: a regulator's own program reads topic and feed, and both must hold the same unbroken
 * chain.
 */
final class Regulator {

    /** Topic to the API path of the service that owns it. */
    private static final Map<String, String> STREAMS =
            Map.of(
                    "whitelane.registry.organisation.v1", "registry",
                    "whitelane.whitelist.request.v1", "whitelist",
                    "whitelane.whitelist.batch.v1", "whitelist",
                    "whitelane.whitelist.entry.v1", "whitelist",
                    "whitelane.approval.registration.v1", "approvals");

    private static final String PROGRAM = "org.whitelane.regulator.RegulatorCheck";

    private final Stage stage;

    Regulator(Stage stage) {
        this.stage = stage;
    }

    void play() {
        stage.narrator.chapter("d. A regulator checks that nothing is missing or altered");
        var lines = check();
        var heads = new LinkedHashMap<String, String>();
        for (var line : lines) {
            var words = line.split("[ :]+", -1);
            heads.put(words[1], words[words.length - 1]);
            stage.narrator.step(line);
        }
        heads.forEach((stream, head) -> stage.memory.remember("head-" + stream, head));
        stage.narrator.see("deploy/regulator: kafka-clients, HTTP and SHA-256, nothing of ours");
    }

    /** One line per stream, as the program printed it. */
    List<String> check() {
        var pairs =
                STREAMS.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                s ->
                                        s.getKey()
                                                + "="
                                                + stage.addresses.api(
                                                        "/" + s.getValue() + "/feed/" + s.getKey()))
                        .toList();
        var output = run(pairs);
        var lines = output.lines().filter(l -> l.startsWith("HOLDS ")).toList();
        if (lines.size() != STREAMS.size()) {
            throw new StoryFailed("the regulator's check failed:\n" + output);
        }
        return lines;
    }

    /** Whether a link with that hash stands in the feed. */
    boolean feedHolds(String stream, String hash) {
        var path = "/%s/feed/%s?limit=500".formatted(STREAMS.get(stream), stream);
        var after = "";
        while (true) {
            var page = stage.get(stage.officer("regulator"), path + after).json();
            var events = page.path("events");
            if (events.valueStream().anyMatch(e -> hash.equals(e.path("chainhash").asString("")))) {
                return true;
            }
            if (events.isEmpty()) {
                return false;
            }
            after = "&after=" + page.path("next").asString();
        }
    }

    private String run(List<String> pairs) {
        var java = ProcessHandle.current().info().command().orElse("java");
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath(),
                                PROGRAM));
        command.add(stage.addresses.bootstrapServers());
        command.addAll(pairs);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("REGULATOR_TOKEN", stage.officer("regulator"));
        try {
            var process = builder.start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new StoryFailed("the regulator's program could not be started: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted");
        }
    }

    /** Only what the regulator's program may use: itself, kafka-clients and what that needs. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(
                        jar -> {
                            var name = new File(jar).getName();
                            return name.startsWith("regulator")
                                    || name.startsWith("kafka-clients")
                                    || name.startsWith("slf4j-api")
                                    || jar.contains("regulator" + File.separator + "target");
                        })
                .collect(Collectors.joining(File.pathSeparator));
    }
}
