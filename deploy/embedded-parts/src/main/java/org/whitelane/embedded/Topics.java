package org.whitelane.embedded;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The topics of a broker, whoever started it. */
public final class Topics {

    private Topics() {}

    /** Creates those that are missing; existing ones stay as they are. */
    public static void create(String bootstrapServers, Collection<TopicSpec> topics) {
        try (var admin = admin(bootstrapServers)) {
            create(admin, topics);
        }
    }

    /** As its administrator, and makes its principals and their rights what was decided. */
    public static void create(
            String bootstrapServers, Collection<TopicSpec> topics, BrokerAccess access) {
        try (var admin = admin(access.administratorsClient(bootstrapServers))) {
            create(admin, topics);
            AccessControl.apply(admin, access);
        }
    }

    static void create(Admin admin, Collection<TopicSpec> topics) {
        Set<String> existing = new HashSet<>(get(admin.listTopics().names()));
        for (var topic : topics) {
            if (existing.add(topic.name())) {
                create(admin, topic);
            }
        }
    }

    public static Admin admin(String bootstrapServers) {
        return admin(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** A client that waits long enough for a broker that is still coming up. */
    static Admin admin(Map<String, String> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 120_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 30_000);
        return Admin.create(settings);
    }

    private static void create(Admin admin, TopicSpec topic) {
        try {
            get(admin.createTopics(List.of(topic.toNewTopic())).all());
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(150, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the broker.", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The broker did not answer.", e);
        }
    }
}
