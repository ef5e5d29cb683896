package org.whitelane.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.whitelane.embedded.Ports;
import org.whitelane.embedded.Topics;

/** A broker in a container. */
final class ContainerBroker implements StoppableBroker {

    private final LastingKafka container = new LastingKafka();
    private boolean running;

    ContainerBroker() {
        container.start();
        Topics.create(bootstrapServers(), SuiteTopics.ALL);
        running = true;
    }

    KafkaContainer container() {
        return container;
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
            Topics.create(bootstrapServers(), SuiteTopics.ALL);
            running = true;
        }
    }

    @Override
    public synchronized void stop() {
        if (running) {
            container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
            running = false;
        }
    }

    /** Outlives the Spring contexts that it is a bean of, and keeps its port when it is stopped. */
    private static final class LastingKafka extends KafkaContainer {

        @SuppressWarnings("this-escape") // the port must be known before the container is made
        LastingKafka() {
            super(Infra.IMAGES.kafkaName());
            addFixedExposedPort(Ports.free(), 9092);
            withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            // One node cannot hold the three replicas that this internal topic asks for.
            withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1");
            withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");
        }

        @Override
        public void close() {
            // Spring closes it with the first context; Testcontainers removes it with the last.
        }
    }
}
