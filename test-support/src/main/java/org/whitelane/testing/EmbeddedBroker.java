package org.whitelane.testing;

import org.jspecify.annotations.Nullable;
import org.whitelane.embedded.Broker;
import org.whitelane.embedded.Ports;

import java.nio.file.Path;

/** A broker in this JVM. */
final class EmbeddedBroker implements StoppableBroker {

    private final Path folder = Scratch.folder("broker");
    private final int port = Ports.free();
    private final int controllerPort = Ports.free();
    private @Nullable Broker broker;

    EmbeddedBroker() {
        start();
        Scratch.atExit(folder, this::stop);
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        if (broker == null) {
            broker = Broker.start(folder, port, controllerPort, SuiteTopics.ALL);
        }
    }

    @Override
    public synchronized void stop() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }
}
