package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One listener container per consumer, begun after the web server and stopped before it. */
final class InboxContainers implements SmartLifecycle {

    private static final Duration AUTHORISATION_RETRY = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Map<String, ConcurrentMessageListenerContainer<byte[], byte[]>> containers =
            new LinkedHashMap<>();
    private final Rebuilds rebuilds;
    private volatile boolean running;
    private volatile @Nullable String restarting;

    InboxContainers(
            String service,
            InboxSettings settings,
            ConsumerFactory<byte[], byte[]> consumers,
            InboxListeners listeners,
            Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
        for (var listener : listeners.all()) {
            var container =
                    new ConcurrentMessageListenerContainer<>(
                            consumers, properties(service, listener));
            container.setBeanName(service + "." + listener.consumer().name());
            container.setConcurrency(settings.concurrency());
            container.setCommonErrorHandler(waitAndComeBack(settings));
            if (containers.put(listener.consumer().name(), container) != null) {
                throw new IllegalStateException(
                        "Two consumers are named " + listener.consumer().name());
            }
        }
    }

    private static ContainerProperties properties(String service, InboxListener listener) {
        var consumer = listener.consumer();
        var topics =
                consumer.topics().stream().map(t -> t.topicName()).sorted().toArray(String[]::new);
        var properties = new ContainerProperties(topics);
        properties.setGroupId(service + "." + consumer.name());
        properties.setClientId(service + "." + consumer.name());
        properties.setMessageListener(listener);
        // after the batch, so after each record's transaction: a crash between the two only repeats
        // records
        properties.setAckMode(AckMode.BATCH);
        properties.setStopImmediate(true);
        properties.setMissingTopicsFatal(false);
        properties.setAuthExceptionRetryInterval(AUTHORISATION_RETRY);
        return properties;
    }

    /**
     * Never gives up and never skips: what cannot be applied is parked long before it gets here.
     */
    private static DefaultErrorHandler waitAndComeBack(InboxSettings settings) {
        var backOff = new ExponentialBackOff(settings.pauseInitial().toMillis(), 2);
        backOff.setMaxInterval(settings.pauseMax().toMillis());
        var handler =
                new DefaultErrorHandler(
                        (record, e) -> {
                            throw new IllegalStateException("no record may be skipped", e);
                        },
                        backOff);
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(KafkaException.Level.WARN);
        return handler;
    }

    /** By consumer, false for one that its broker, or an error, has stopped for good. */
    boolean isRunning(String consumer) {
        var container = containers.get(consumer);
        return consumer.equals(restarting)
                || container != null && container.isRunning() && container.isInExpectedState();
    }

    /** With the generation that its projection is in by now. */
    synchronized void restart(String consumer) {
        var container = containers.get(consumer);
        if (container == null || !running) {
            return;
        }
        restarting = consumer;
        try {
            container.stop();
            start(consumer, container);
        } finally {
            restarting = null;
        }
    }

    private void start(
            String consumer, ConcurrentMessageListenerContainer<byte[], byte[]> container) {
        var generation = rebuilds.beginReading(consumer);
        var place =
                new FromTheBeginning(
                        generation == null ? FromTheBeginning.FIRST : generation.toString());
        var properties = container.getContainerProperties();
        properties.setConsumerRebalanceListener(place);
        properties.setOffsetAndMetadataProvider((_, offset) -> place.commit(offset));
        container.start();
    }

    @Override
    public synchronized void start() {
        containers.forEach(this::start);
        running = true;
    }

    @Override
    public synchronized void stop() {
        var stopped = new CountDownLatch(containers.size());
        containers.values().forEach(container -> container.stop(stopped::countDown));
        try {
            // a consumer that is still joining its group may answer late; what it holds is repeated
            // anyway
            var unused = stopped.await(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AbstractMessageListenerContainer.DEFAULT_PHASE;
    }
}
