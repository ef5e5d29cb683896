package org.whitelane.approval;

import org.awaitility.Awaitility;
import org.whitelane.testing.Infra;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The service as a process of its own, on the real parts of this test run. */
final class ServiceProcess implements AutoCloseable {

    private final int port;
    private final Path log;
    private final Process process;

    /**
     * @param heap as {@code -Xmx} takes it
     */
    ServiceProcess(String heap, Path log, Map<String, String> more) throws IOException {
        this.port = freePort();
        this.log = log;
        var command =
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApprovalApplication.class.getName());
        var builder =
                new ProcessBuilder(new ArrayList<>(command))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        properties(more).forEach((name, value) -> builder.environment().put(variable(name), value));
        process = builder.start();
    }

    private Map<String, String> properties(Map<String, String> more) {
        // one more instance: a database of its own would contradict what others sent to the topic
        var properties = new HashMap<>(Infra.properties(Infra.database("approval")));
        properties.putAll(Infra.issuer().properties());
        properties.put("spring.kafka.bootstrap-servers", Infra.bootstrapServers());
        properties.put("server.port", Integer.toString(port));
        properties.putAll(more);
        return properties;
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    void awaitReady() {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> status(readiness()) == 200);
    }

    private URI readiness() {
        return URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    }

    private static int status(URI uri) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
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
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
