package org.whitelane.testing;

import org.jspecify.annotations.Nullable;
import org.whitelane.embedded.Broker;
import org.whitelane.embedded.Ports;
import org.whitelane.embedded.TopicSpec;
import org.whitelane.events.Topic;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The broker of this JVM with the suite's topics; it can be taken away and brought back. */
final class TestBroker {

    private static final List<TopicSpec> TOPICS =
            Arrays.stream(Topic.values())
                    .map(topic -> new TopicSpec(topic.topicName(), Topic.PARTITIONS))
                    .toList();

    private final Path folder = Scratch.folder("broker");
    private final int port = Ports.free();
    private final int controllerPort = Ports.free();
    private @Nullable Broker broker;

    TestBroker() {
        start();
        Scratch.atExit(folder, this::stop);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    synchronized void start() {
        if (broker == null) {
            broker = Broker.start(folder, port, controllerPort, TOPICS);
        }
    }

    synchronized void stop() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    /**
     * Deletion is asynchronous on the broker: waits until the names are gone, then creates them
     * again.
     */
    synchronized void recreateTopics() {
        var names = TOPICS.stream().map(TopicSpec::name).toList();
        if (broker == null) {
            throw new IllegalStateException("The broker is stopped.");
        }
        try (var admin = broker.admin()) {
            admin.deleteTopics(names).all().get(60, TimeUnit.SECONDS);
            while (admin.listTopics().names().get(60, TimeUnit.SECONDS).stream()
                    .anyMatch(names::contains)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Topics were not deleted.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        broker.createTopics(TOPICS);
    }
}
