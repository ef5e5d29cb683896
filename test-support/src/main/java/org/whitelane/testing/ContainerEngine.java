package org.whitelane.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientConfigUtils;
import org.whitelane.testing.Availability.NotThere;
import org.whitelane.testing.Availability.There;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Looks for a container engine and its images, and never for long: without a socket Testcontainers
 * is not even loaded, a mute engine and a registry that cannot be reached cost a bounded time.
 */
record ContainerEngine(
        Images images,
        Supplier<DockerClient> client,
        boolean seemsInsideContainer,
        Duration patience) {

    static final Duration ANSWER = Duration.ofSeconds(20);
    static final Duration DOWNLOAD = Duration.ofMinutes(5);

    ContainerEngine(Images images) {
        this(images, DockerClientFactory::lazyClient, looksLikeContainer(), ANSWER);
    }

    /** Where this user's engine would listen, by the rules of Docker's own tools. */
    static Availability socket(Map<String, String> environment, Path home) {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isBlank()) {
            return host.startsWith("unix://")
                    ? listening(List.of(Path.of(host.substring("unix://".length()))))
                    : new There(host);
        }
        if (Files.exists(home.resolve(".testcontainers.properties"))) {
            return new There("whatever .testcontainers.properties says");
        }
        List<Path> usual = new ArrayList<>(List.of(Path.of("/var/run/docker.sock")));
        if (environment.containsKey("XDG_RUNTIME_DIR")) {
            usual.add(Path.of(environment.get("XDG_RUNTIME_DIR"), "docker.sock"));
        }
        usual.add(home.resolve(".docker/run/docker.sock"));
        usual.add(home.resolve(".docker/desktop/docker.sock"));
        return listening(usual);
    }

    private static Availability listening(List<Path> sockets) {
        for (Path socket : sockets) {
            try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                return new There(socket.toString());
            } catch (IOException nobodyThere) {
                // the next one
            }
        }
        return new NotThere("no engine listens on " + sockets.getFirst());
    }

    private static boolean looksLikeContainer() {
        return DockerClientConfigUtils.IN_A_CONTAINER
                && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null;
    }

    /** Both images are there without a download. */
    Availability local() {
        return withinLimit(
                patience,
                () -> {
                    if (seemsInsideContainer && gatewayUnknown()) {
                        return new NotThere(
                                "this machine looks like a container and Testcontainers would not"
                                        + " find its host; say where ports are published:"
                                        + " TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1");
                    }
                    var missing = missing();
                    return missing.isEmpty()
                            ? new There(String.join(" and ", images.names()))
                            : NotThere.curable(
                                    "the engine lacks %s (docker pull it, or say infra.mode=containers)"
                                            .formatted(String.join(" and ", missing)));
                });
    }

    /** Fetches what is missing. */
    Availability fetched() {
        var found = local();
        if (!(found instanceof NotThere(String _, boolean curable)) || !curable) {
            return found;
        }
        return withinLimit(
                DOWNLOAD,
                () -> {
                    for (String image : missing()) {
                        System.out.println("Real parts: fetching " + image + " ...");
                        client.get()
                                .pullImageCmd(image)
                                .exec(new ResultCallback.Adapter<PullResponseItem>())
                                .awaitCompletion();
                    }
                    return new There(String.join(" and ", images.names()));
                });
    }

    /** Testcontainers would then fetch an image to ask its routes: minutes, without a registry. */
    private boolean gatewayUnknown() {
        var network = client.get().inspectNetworkCmd().withNetworkId("bridge").exec();
        return network.getIpam().getConfig().stream().allMatch(it -> it.getGateway() == null);
    }

    private List<String> missing() {
        var docker = client.get();
        docker.pingCmd().exec();
        return images.names().stream().filter(image -> !present(docker, image)).toList();
    }

    private static boolean present(DockerClient docker, String image) {
        try {
            docker.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException notHere) {
            return false;
        }
    }

    private interface Question {
        Availability ask() throws InterruptedException;
    }

    private static Availability withinLimit(Duration limit, Question question) {
        var answer = new CompletableFuture<Availability>();
        Thread.ofPlatform()
                .daemon()
                .name("container-engine")
                .start(
                        () -> {
                            try {
                                answer.complete(question.ask());
                            } catch (Throwable e) { // NoClassDefFoundError, too, is an answer
                                answer.completeExceptionally(e);
                            }
                        });
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new NotThere("the engine gave no answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new NotThere("the engine said " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotThere("interrupted");
        }
    }
}
