package org.whitelane.localstack;

import org.whitelane.embedded.Ports;
import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The broker of {@code compose.yaml} without its image: what the file says, turned into a
 * configuration by the program that the image runs for it, in a process as the image starts it.
 * Other ports and folders; all else is the file's.
 */
final class ComposeBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    private ComposeBroker(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ComposeBroker start(Path dir, String administratorsPassword) throws Exception {
        int port = Ports.free();
        int controller = Ports.free();
        var environment = environment(administratorsPassword);
        environment.put("KAFKA_LOG_DIRS", dir.resolve("broker").toString());
        environment.put("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:" + controller);
        environment.put(
                "KAFKA_LISTENERS",
                "CLIENTS://127.0.0.1:%d,CONTROLLER://localhost:%d".formatted(port, controller));
        environment.put("KAFKA_ADVERTISED_LISTENERS", "CLIENTS://127.0.0.1:" + port);
        var image = Files.createDirectories(dir.resolve("image"));
        for (var name : List.of("server.properties", "log4j2.yaml", "tools-log4j2.yaml")) {
            Files.createFile(image.resolve(name));
        }
        var mounted = Files.createDirectories(dir.resolve("mounted"));
        var made = Files.createDirectories(dir.resolve("made"));
        var setup =
                java(
                        environment,
                        dir,
                        "kafka.docker.KafkaDockerWrapper",
                        "setup",
                        "--default-configs-dir=" + image,
                        "--mounted-configs-dir=" + mounted,
                        "--final-configs-dir=" + made);
        if (!setup.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || setup.exitValue() != 0) {
            throw new IOException("not set up:\n" + Files.readString(dir.resolve("broker.log")));
        }
        var properties = made.resolve("server.properties").toString();
        return new ComposeBroker(java(environment, dir, "kafka.Kafka", properties), port);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private static Map<String, String> environment(String administratorsPassword)
            throws IOException {
        Object file;
        try (var reader = Files.newBufferedReader(Path.of("../compose.yaml"))) {
            file = new Yaml().load(reader);
        }
        var environment = new HashMap<String, String>();
        map(map(map(file, "services"), "broker"), "environment")
                .forEach(
                        (name, text) ->
                                environment.put(
                                        name.toString(),
                                        text.toString()
                                                .replaceAll(
                                                        "\\$\\{BROKER_ADMINISTRATOR_PASSWORD:[^}]*}",
                                                        administratorsPassword)));
        return environment;
    }

    private static Map<?, ?> map(Object parent, String name) {
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) parent).get(name), name);
    }

    private static Process java(Map<String, String> environment, Path dir, String... words)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(dir.resolve("broker.log").toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
