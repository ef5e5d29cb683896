package org.whitelane.embedded;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real single-node Kafka (KRaft) in this process. Its data survives a restart on the same
 * directory.
 */
public final class Broker implements AutoCloseable {

    /** The environment variable with the file of {@link BrokerAccess}. */
    public static final String ACCESS = "BROKER_ACCESS";

    private static final String CLUSTER_ID = "4L6g3nShT-eMCtK--X86sw";

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Returns when the broker answers and every topic exists. Open to everybody on this machine.
     */
    public static Broker start(Path dir, int port, int controllerPort, List<TopicSpec> topics) {
        var broker = start(dir, BrokerSettings.open(dir, port, controllerPort), port);
        Topics.create(broker.bootstrapServers(), topics);
        return broker;
    }

    /**
     * Returns when the broker answers those whom it should, and only them, and every topic exists.
     */
    public static Broker start(
            Path dir, int port, int controllerPort, List<TopicSpec> topics, BrokerAccess access) {
        var broker = start(dir, BrokerSettings.closed(dir, port, controllerPort, access), port);
        Topics.create(broker.bootstrapServers(), topics, access);
        return broker;
    }

    private static Broker start(Path dir, Map<String, String> settings, int port) {
        try {
            Files.createDirectories(dir);
            format(dir);
        } catch (IOException e) {
            throw new IllegalStateException("The broker's directory " + dir + " is unusable.", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Formatting " + dir + " failed.", e);
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new Broker(server, port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Does nothing to a directory that is formatted already. */
    private static void format(Path dir) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(1)
                .setClusterId(CLUSTER_ID)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(dir.toString())
                .setDirectories(List.of(dir.toString()))
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .run();
    }

    /**
     * The broker as a process of its own: {@code directory port controller-port [topic:partitions
     * ...]}. Who may do what is in the file that {@value #ACCESS} names; without it everybody may
     * do everything. Prints one line when it is ready and ends on SIGTERM.
     */
    static void main(String[] args) throws IOException {
        var topics = Stream.of(args).skip(3).map(TopicSpec::parse).toList();
        var dir = Path.of(args[0]);
        int port = Integer.parseInt(args[1]);
        int controllerPort = Integer.parseInt(args[2]);
        var file = System.getenv(ACCESS);
        var broker =
                file == null
                        ? start(dir, port, controllerPort, topics)
                        : start(
                                dir,
                                port,
                                controllerPort,
                                topics,
                                BrokerAccess.read(Path.of(file)));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
        System.out.println("Broker ready on " + broker.bootstrapServers());
        broker.server.awaitShutdown();
    }
}
