package org.whitelane.testing;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** A topic that takes no event, as after an operator's slip: what is sent stops its stream. */
final class RefusingTopic implements AutoCloseable {

    private static final String LIMIT = "max.message.bytes";

    private final ConfigResource topic;

    private RefusingTopic(String name) {
        this.topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    static RefusingTopic named(String name) {
        var topic = new RefusingTopic(name);
        topic.alter("1", AlterConfigOp.OpType.SET);
        return topic;
    }

    /** Back to what the broker allows. */
    @Override
    public void close() {
        alter("", AlterConfigOp.OpType.DELETE);
    }

    private void alter(String bytes, AlterConfigOp.OpType how) {
        var change = new AlterConfigOp(new ConfigEntry(LIMIT, bytes), how);
        try (var admin = Admin.create(Map.of("bootstrap.servers", Infra.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
