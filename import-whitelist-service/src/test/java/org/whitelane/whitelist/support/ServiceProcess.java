package org.whitelane.whitelist.support;

import org.awaitility.Awaitility;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.ImportWhitelistApplication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An instance of the service in a JVM of its own, on the real parts of this test run. */
public final class ServiceProcess implements AutoCloseable {

    private final int port = freePort();
    private final Path log;
    private final Process process;

    /**
     * @param database where it and its likes keep everything
     */
    public ServiceProcess(Map<String, String> database) {
        try {
            log = Files.createTempFile("whitelist-instance-", ".log");
            var builder =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-Xmx320m",
                                            "-XX:+UseSerialGC",
                                            "-XX:TieredStopAtLevel=1",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            ImportWhitelistApplication.class.getName()))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            properties(database)
                    .forEach((name, value) -> builder.environment().put(variable(name), value));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> properties(Map<String, String> database) {
        var properties = new HashMap<>(database);
        properties.putAll(Infra.issuer().properties());
        properties.put("spring.kafka.bootstrap-servers", Infra.bootstrapServers());
        properties.put("whitelane.signing.key-file", ServiceTest.KEY_FILE);
        properties.put("server.port", Integer.toString(port));
        return properties;
    }

    public int port() {
        return port;
    }

    public ServiceProcess ready() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> !process.isAlive() || status() == 200);
        if (!process.isAlive()) {
            throw new AssertionError(output());
        }
        return this;
    }

    /** As {@code kill -9} does: it gets no chance to finish anything. */
    public void kill() {
        process.destroyForcibly();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status() throws InterruptedException {
        var readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String variable(String property) {
        return property.replace("-", "")
                .replaceAll("\\[([0-9]+)]", "_$1")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
