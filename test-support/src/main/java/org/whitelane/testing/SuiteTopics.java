package org.whitelane.testing;

import org.whitelane.embedded.TopicSpec;
import org.whitelane.embedded.Topics;
import org.whitelane.events.Topic;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The topics that the contract declares. */
final class SuiteTopics {

    static final List<TopicSpec> ALL =
            Arrays.stream(Topic.values())
                    .map(topic -> new TopicSpec(topic.topicName(), Topic.PARTITIONS))
                    .toList();

    private SuiteTopics() {}

    /**
     * Deletion is asynchronous on the broker: waits until the names are gone, then creates them
     * again.
     */
    static void recreate(String bootstrapServers) {
        var names = ALL.stream().map(TopicSpec::name).toList();
        try (var admin = Topics.admin(bootstrapServers)) {
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
        Topics.create(bootstrapServers, ALL);
    }
}
