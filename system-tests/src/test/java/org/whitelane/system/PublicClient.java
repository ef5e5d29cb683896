package org.whitelane.system;

import org.opentest4j.TestAbortedException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The regulator of {@code src/test/node}: another language, another Kafka client, none of our code.
 * Node.js 18 or newer with npm installs what its lock file names, once per lock file.
 */
final class PublicClient {

    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path HOME = Path.of("target/public-client");
    private static final Path CONTRACT = Path.of("..", "event-schema", "src/main/resources");

    /** There after a run that could not take place; {@code bin/verify-all} looks for it. */
    private static final Path SKIPPED = Path.of("target/public-client-skipped");

    private PublicClient() {}

    record Result(int exitCode, String output) {}

    /**
     * @throws TestAbortedException where Node.js is missing or npm's registry is out of reach: no
     *     fault of the suite, but nothing was looked at
     */
    static void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        Files.deleteIfExists(SKIPPED);
        try (var sources = Files.list(SOURCES)) {
            for (var source : sources.toList()) {
                var name = source.getFileName().toString();
                if (!name.equals("package-lock.json") && Files.isRegularFile(source)) {
                    Files.write(HOME.resolve(name), Files.readAllBytes(source));
                }
            }
        }
        var lock = Files.readString(SOURCES.resolve("package-lock.json"));
        var installed = HOME.resolve("installed-lock.json");
        if (Files.exists(installed) && Files.readString(installed).equals(lock)) {
            return;
        }
        Files.writeString(HOME.resolve("package-lock.json"), lock);
        var npm = run(HOME, Map.of(), List.of("npm", "ci", "--loglevel=error"));
        if (npm.exitCode() != 0) {
            skip("npm could not fetch the public client:\n" + npm.output());
        }
        Files.writeString(installed, lock);
    }

    /**
     * @param topics names, or {@code topic=stream}; none for all that the login may read
     */
    static Result check(Suite suite, String token, String... topics)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", "regulator.mjs"));
        command.addAll(List.of("--client", KafkaClient.file(suite, "regulator").toString()));
        command.addAll(List.of("--feed", suite.gateway() + "/api/v1"));
        command.addAll(List.of("--schemas", published("schema")));
        command.addAll(List.of("--vectors", published("chain/vectors.json")));
        command.addAll(List.of("--kept", suite.dataDirectory().resolve("regulator").toString()));
        command.addAll(List.of(topics));
        var result = run(HOME, Map.of("WHITELANE_TOKEN", token), command);
        System.out.print(result.output());
        return result;
    }

    private static String published(String name) {
        return CONTRACT.resolve(name).toAbsolutePath().normalize().toString();
    }

    private static void skip(String why) throws IOException {
        Files.writeString(SKIPPED, why);
        System.out.println("NOT CHECKED by a public client: " + why);
        throw new TestAbortedException(why);
    }

    private static Result run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        var printed = Files.createTempFile("public-client", ".txt");
        try {
            builder.redirectErrorStream(true).redirectOutput(printed.toFile());
            var process = start(builder, command);
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            var output = Files.readString(printed, StandardCharsets.UTF_8);
            return new Result(process.exitValue(), output);
        } finally {
            Files.delete(printed);
        }
    }

    private static Process start(ProcessBuilder builder, List<String> command) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            skip("there is no " + command.getFirst() + " on this machine: " + e.getMessage());
            throw e;
        }
    }
}
