package org.whitelane.embedded;

import org.apache.kafka.clients.admin.NewTopic;

import java.util.Map;

/** A topic as every deployment creates it: kept for ever, compressed as the producer sent it. */
public record TopicSpec(String name, int partitions) {

    /** Reads {@code name:partitions}, the form in which topics are named on the command line. */
    static TopicSpec parse(String text) {
        int colon = text.lastIndexOf(':');
        return new TopicSpec(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    NewTopic toNewTopic() {
        return new NewTopic(name, partitions, (short) 1)
                .configs(
                        Map.of(
                                "retention.ms", "-1",
                                "retention.bytes", "-1",
                                "cleanup.policy", "delete",
                                "compression.type", "producer"));
    }
}
