package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;
import org.whitelane.testing.Availability.NotThere;
import org.whitelane.testing.Availability.There;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** The probe against engines that are away, mute, empty or complete, on real sockets. */
class ContainerEngineTests {

    private static final Images IMAGES = new Images("postgres:test", "apache/kafka:test");

    @TempDir Path home;

    @Test
    void findsNoSocketWhereNobodyListens() throws IOException {
        assertThat(socket(Map.of("DOCKER_HOST", "unix://" + home.resolve("docker.sock"))))
                .isInstanceOf(NotThere.class);
        // a file that an engine left behind
        try (var engine = listen("docker.sock")) {
            assertThat(engine.isOpen()).isTrue();
        }
        assertThat(socket(Map.of("DOCKER_HOST", "unix://" + home.resolve("docker.sock"))))
                .isInstanceOf(NotThere.class);
    }

    @Test
    void findsTheSocketOfTheUsersOwnEngine() throws IOException {
        try (var _ = listen("docker.sock")) {
            assertThat(socket(Map.of("XDG_RUNTIME_DIR", home.toString())))
                    .isInstanceOf(There.class);
        }
    }

    @Test
    void leavesARemoteEngineToTestcontainers() {
        assertThat(socket(Map.of("DOCKER_HOST", "tcp://engine.example:2376")))
                .isEqualTo(new There("tcp://engine.example:2376"));
    }

    @Test
    void givesUpOnAnEngineThatListensAndSaysNothing() throws IOException {
        try (var _ = listen("docker.sock")) {
            assertThat(engine(Duration.ofMillis(500)).local())
                    .isInstanceOfSatisfying(
                            NotThere.class, it -> assertThat(it.why()).contains("no answer"));
        }
    }

    @Test
    void namesTheImagesThatTheEngineLacks() throws IOException {
        try (var engine = listen("docker.sock")) {
            answer(engine, path -> path.contains("/images/apache") ? 404 : 200);
            assertThat(engine(Duration.ofMinutes(1)).local())
                    .isInstanceOfSatisfying(
                            NotThere.class,
                            it ->
                                    assertThat(it.why())
                                            .contains("apache/kafka:test")
                                            .doesNotContain("postgres:test"));
        }
    }

    /**
     * An engine without a way to the registry: it says so at once, or Docker's own limit ends it.
     */
    @Test
    void saysWhyAnImageCannotBeFetched() throws IOException {
        try (var engine = listen("docker.sock")) {
            answer(engine, path -> path.contains("/images/") ? 404 : 200);
            assertThat(engine(Duration.ofMinutes(1)).fetched())
                    .isInstanceOfSatisfying(
                            NotThere.class, it -> assertThat(it.why()).contains("404"));
        }
    }

    @Test
    void isContentWithBothImages() throws IOException {
        try (var engine = listen("docker.sock")) {
            answer(engine, _ -> 200);
            assertThat(engine(Duration.ofMinutes(1)).local()).isInstanceOf(There.class);
        }
    }

    /** Testcontainers would fetch an image there to find its way: minutes, without a registry. */
    @Test
    void refusesAMachineThatLooksLikeAContainerAndHasNoGateway() throws IOException {
        try (var server = listen("docker.sock")) {
            answer(server, _ -> 200, "{\"IPAM\":{\"Config\":[{\"Subnet\":\"172.17.0.0/16\"}]}}");
            var engine = new ContainerEngine(IMAGES, this::client, true, Duration.ofMinutes(1));
            assertThat(engine.fetched())
                    .isInstanceOfSatisfying(
                            NotThere.class,
                            it -> assertThat(it.why()).contains("TESTCONTAINERS_HOST_OVERRIDE"));
        }
    }

    @Test
    void takesAMachineThatLooksLikeAContainerAndHasAGateway() throws IOException {
        try (var server = listen("docker.sock")) {
            answer(server, _ -> 200, "{\"IPAM\":{\"Config\":[{\"Gateway\":\"172.17.0.1\"}]}}");
            var engine = new ContainerEngine(IMAGES, this::client, true, Duration.ofMinutes(1));
            assertThat(engine.local()).isInstanceOf(There.class);
        }
    }

    private ContainerEngine engine(Duration patience) {
        return new ContainerEngine(IMAGES, this::client, false, patience);
    }

    private Availability socket(Map<String, String> environment) {
        return ContainerEngine.socket(environment, home);
    }

    private ServerSocketChannel listen(String name) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(home.resolve(name)));
        return server;
    }

    private DockerClient client() {
        var config =
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost("unix://" + home.resolve("docker.sock"))
                        .build();
        var http = new ZerodepDockerHttpClient.Builder().dockerHost(config.getDockerHost()).build();
        return DockerClientImpl.getInstance(config, http);
    }

    private static void answer(ServerSocketChannel engine, Function<String, Integer> status) {
        answer(engine, status, "{}");
    }

    private static void answer(
            ServerSocketChannel engine, Function<String, Integer> status, String body) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (engine.isOpen()) {
                                try (var caller = engine.accept()) {
                                    answer(caller, status, body);
                                } catch (IOException callerOrEngineLeft) {
                                    // the next one, if there is one
                                }
                            }
                        });
    }

    private static void answer(SocketChannel caller, Function<String, Integer> status, String body)
            throws IOException {
        var request = ByteBuffer.allocate(8192);
        caller.read(request);
        String path = new String(request.array(), StandardCharsets.UTF_8).split(" ", 3)[1];
        String answer =
                "HTTP/1.1 %d Said\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(status.apply(path), body.length(), body);
        caller.write(StandardCharsets.UTF_8.encode(answer));
    }
}
