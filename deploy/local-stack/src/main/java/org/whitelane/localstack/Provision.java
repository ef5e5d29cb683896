package org.whitelane.localstack;

import org.whitelane.embedded.Credentials;
import org.whitelane.embedded.PostgresServer;
import org.whitelane.embedded.TopicSpec;
import org.whitelane.embedded.Topics;
import org.whitelane.events.Topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes what a fresh database server and a fresh broker lack: each service's database with its
 * roles, and the topics that the contract declares. A deployment's one-shot job; may be repeated,
 * and sets the passwords again.
 */
final class Provision {

    /** What it is told by environment variables, and how a role's password is named there. */
    static final String DATABASE_HOST = "DATABASE_HOST";

    static final String DATABASE_PORT = "DATABASE_PORT";
    static final String SUPERUSER = "DATABASE_SUPERUSER";
    static final String SUPERUSER_PASSWORD = "DATABASE_SUPERUSER_PASSWORD";
    static final String BROKER = "BROKER";

    /**
     * The names are those of {@code whitelane.service}, from which the services' defaults derive.
     */
    static final List<String> DATABASES =
            List.of("registry", "approval", "whitelist", "notification");

    private final Map<String, String> environment;

    Provision(Map<String, String> environment) {
        this.environment = environment;
    }

    /** {@code registry_app} is told its password by {@code REGISTRY_APP_PASSWORD}. */
    static String variable(String role) {
        return role.toUpperCase(Locale.ROOT) + "_PASSWORD";
    }

    /** What was made or found, a line each. */
    List<String> run() {
        List<String> lines = new ArrayList<>();
        var server =
                new PostgresServer(
                        said(DATABASE_HOST),
                        Integer.parseInt(said(DATABASE_PORT)),
                        new Credentials(said(SUPERUSER), said(SUPERUSER_PASSWORD)));
        for (String name : DATABASES) {
            var database = server.provision(name, role -> said(variable(role)));
            lines.add("database " + database.name() + " with its roles");
        }
        var topics =
                Stream.of(Topic.values())
                        .map(topic -> new TopicSpec(topic.topicName(), Topic.PARTITIONS))
                        .toList();
        Topics.create(said(BROKER), topics);
        topics.forEach(topic -> lines.add("topic " + topic.name()));
        return lines;
    }

    private String said(String variable) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            throw new Options.Unusable(variable + " is not set.");
        }
        return value;
    }

    static void main() {
        try {
            new Provision(System.getenv()).run().forEach(System.out::println);
        } catch (Options.Unusable e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
