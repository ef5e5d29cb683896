package org.whitelane.localstack.story;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chapter e: a regulator keeps signed checkpoints and runs his own program over topics and feeds,
 * which must hold the same unbroken chains, up to what the checkpoints vouch for. So must the copy
 * that he keeps of one stream, after he has repaired it.
 */
final class Regulator {

    /** Topic to the API path of the service that owns it. */
    private static final Map<String, String> STREAMS =
            Map.of(
                    "whitelane.registry.organisation.v1", "registry",
                    "whitelane.whitelist.request.v1", "whitelist",
                    "whitelane.whitelist.batch.v1", "whitelist",
                    "whitelane.whitelist.entry.v1", "whitelist",
                    "whitelane.whitelist.declaration.v1", "whitelist",
                    "whitelane.approval.registration.v1", "approvals");

    private static final String PROGRAM = "org.whitelane.verify.WhitelaneVerify";

    private static final List<String> PARTS =
            List.of(
                    "whitelane-verify",
                    "event-schema",
                    "kafka-clients",
                    "slf4j-api",
                    "jackson-",
                    "jspecify");

    private final Stage stage;
    private final Checkpoints checkpoints;
    private final Repair repair;

    Regulator(Stage stage) {
        this.stage = stage;
        this.repair = new Repair(stage);
        this.checkpoints = new Checkpoints(stage, STREAMS);
    }

    void play() {
        stage.narrator.chapter("e. A regulator checks that nothing is missing or altered");
        checkpoints.take();
        stage.narrator.step("keeps a signed checkpoint of each stream, and the keys");
        repair.play();
        var heads = new LinkedHashMap<String, String>();
        for (var line : check()) {
            heads.put(stream(line), head(line));
            stage.narrator.step(line);
        }
        heads.forEach((stream, head) -> stage.memory.remember("head-" + stream, head));
        STREAMS.forEach(this::acknowledge);
        stage.narrator.step(
                "acknowledges what he has: the feed goes on behind it, and the suite knows it");
        stage.narrator.see(
                "whitelane-verify: one jar, with keys and checkpoints in data/regulator");
    }

    static String stream(String line) {
        return line.split("[ :]+", -1)[1];
    }

    /** The hash of the last position, which holds all before it. */
    static String head(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    /** A later run: what has come since is read, then all is checked. */
    List<String> checkAgain() {
        checkpoints.takeIfNoneWereKept();
        repair.play();
        return check();
    }

    /**
     * One line per stream, as the program printed it of the feed; the topic's says the same. The
     * last line is of the regulator's own copy.
     */
    private List<String> check() {
        var words = new ArrayList<>(List.of("check"));
        words.addAll(checkpoints.words());
        words.addAll(kafka());
        for (var stream : new TreeSet<>(STREAMS.keySet())) {
            var feed = "/%s/feed/%s".formatted(STREAMS.get(stream), stream);
            words.addAll(
                    List.of("--topic", stream, "--feed", stage.addresses.api(feed).toString()));
        }
        repair.copy().ifPresent(copy -> words.addAll(List.of("--file", copy.toString())));
        var output = run(words);
        var byTopic = holding(output, "[topic ");
        var byFeed = holding(output, "[feed ");
        if (byTopic.size() != STREAMS.size() || !heads(byTopic).equals(heads(byFeed))) {
            throw new StoryFailed("the regulator's check failed:\n" + output);
        }
        return Stream.concat(byFeed.stream(), ownCopy(output).stream()).toList();
    }

    private List<String> ownCopy(String output) {
        var byFile = holding(output, "[file ");
        if (byFile.size() != 1) {
            throw new StoryFailed("the regulator's own copy is not what it should be:\n" + output);
        }
        return byFile;
    }

    private static List<String> heads(List<String> lines) {
        return lines.stream().map(Regulator::head).toList();
    }

    /** As far as the checkpoint that he keeps; what it vouches for was pulled by the check. */
    private void acknowledge(String stream, String service) {
        var newest = "/%s/checkpoints/%s/newest".formatted(service, stream);
        var checkpoint = stage.get(stage.officer("regulator"), newest).json().path("checkpoint");
        new Acknowledgement(stage, stream, service)
                .upTo(
                        checkpoint.path("lastPosition").asLong(),
                        checkpoint.path("chainHash").asString());
    }

    private List<String> kafka() {
        var kafka = stage.addresses.kafka();
        return Files.isRegularFile(Path.of(kafka))
                ? List.of("--kafka-config", kafka)
                : List.of("--brokers", kafka);
    }

    private static List<String> holding(String output, String source) {
        return output.lines().filter(l -> l.startsWith("HOLDS ") && l.contains(source)).toList();
    }

    /** Whether a link with that hash stands in the feed. */
    boolean feedHolds(String stream, String hash) {
        var path = "/%s/feed/%s?limit=500".formatted(STREAMS.get(stream), stream);
        var after = "&afterPosition=0";
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

    private String run(List<String> words) {
        var java = ProcessHandle.current().info().command().orElse("java");
        var command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath(),
                                PROGRAM));
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("WHITELANE_TOKEN", stage.officer("regulator"));
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

    /** Only what is in the program's one jar. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(
                        jar ->
                                PARTS.stream().anyMatch(new File(jar).getName()::startsWith)
                                        || jar.contains("whitelane-verify" + File.separator)
                                        || jar.contains("event-schema" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
