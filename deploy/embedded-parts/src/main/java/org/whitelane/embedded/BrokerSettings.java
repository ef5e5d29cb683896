package org.whitelane.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How a single node on the loopback address is configured. */
final class BrokerSettings {

    private BrokerSettings() {}

    /** For whoever comes. */
    static Map<String, String> open(Path dir, int port, int controllerPort) {
        return Map.copyOf(common(dir, "PLAINTEXT", port, controllerPort));
    }

    /**
     * For those who have a right. The controller's listener knows nobody but the broker itself: who
     * spoke to it would be above all rights.
     */
    static Map<String, String> closed(Path dir, int port, int controllerPort, BrokerAccess access) {
        var settings = common(dir, "SASL_PLAINTEXT", port, controllerPort);
        var administrator = access.administrator();
        var known = " user_%s=\"%s\"".formatted(administrator.username(), administrator.password());
        var plain = BrokerAccess.login("plain.PlainLoginModule", administrator, known);
        settings.put(
                "listener.security.protocol.map",
                "SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("inter.broker.listener.name", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
        settings.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        settings.put("listener.name.controller.plain.sasl.jaas.config", plain);
        settings.put("listener.name.sasl_plaintext.plain.sasl.jaas.config", plain);
        settings.put(
                "listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:" + administrator.username());
        return Map.copyOf(settings);
    }

    private static Map<String, String> common(
            Path dir, String listener, int port, int controllerPort) {
        return new HashMap<>(
                Map.ofEntries(
                        Map.entry("process.roles", "broker,controller"),
                        Map.entry("node.id", "1"),
                        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                        Map.entry(
                                "listeners",
                                "%s://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                        .formatted(listener, port, controllerPort)),
                        Map.entry("advertised.listeners", listener + "://127.0.0.1:" + port),
                        Map.entry("controller.listener.names", "CONTROLLER"),
                        Map.entry("log.dirs", dir.toString()),
                        Map.entry("auto.create.topics.enable", "false"),
                        // One node cannot hold the three replicas that these internal topics ask
                        // for.
                        Map.entry("offsets.topic.replication.factor", "1"),
                        Map.entry("transaction.state.log.replication.factor", "1"),
                        Map.entry("transaction.state.log.min.isr", "1"),
                        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                        Map.entry("share.coordinator.state.topic.min.isr", "1"),
                        Map.entry("offsets.topic.num.partitions", "8"),
                        // Nobody to wait for: a lone consumer gets its partitions at once.
                        Map.entry("group.initial.rebalance.delay.ms", "0"),
                        Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                        // Two cores and a handful of clients: Kafka's defaults are for a large
                        // machine.
                        Map.entry("num.network.threads", "2"),
                        Map.entry("num.io.threads", "4"),
                        Map.entry("background.threads", "2")));
    }
}
