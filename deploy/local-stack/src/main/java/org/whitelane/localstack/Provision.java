package org.whitelane.localstack;

import org.whitelane.embedded.BrokerAccess;
import org.whitelane.embedded.BrokerAccess.Principal;
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
 * roles, the topics that the contract declares, and who may read and write them. A deployment's
 * one-shot job; may be repeated, and sets the passwords again.
 */
final class Provision {

    /** What it is told by environment variables, and how a role's password is named there. */
    static final String DATABASE_HOST = "DATABASE_HOST";

    static final String DATABASE_PORT = "DATABASE_PORT";
    static final String SUPERUSER = "DATABASE_SUPERUSER";
    static final String SUPERUSER_PASSWORD = "DATABASE_SUPERUSER_PASSWORD";
    static final String BROKER = "BROKER";
    static final String ADMINISTRATOR_PASSWORD = "BROKER_ADMINISTRATOR_PASSWORD";

    /** Names of those who may read, by commas; what each may is in a variable of its own. */
    static final String READERS = "BROKER_READERS";

    /**
     * The names are those of {@code whitelane.service}, from which the services' defaults derive.
     */
    static final List<String> DATABASES =
            List.of("registry", "approval", "whitelist", "notification");

    private final Map<String, String> environment;

    Provision(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Of a service or a reader on the broker. */
    static String brokerVariable(String name) {
        return variable(name.replace('-', '_') + "_broker");
    }

    /** Which topics a reader may read, as {@code readers.properties} has them. */
    static String readsVariable(String reader) {
        return reader.replace('-', '_').toUpperCase(Locale.ROOT) + "_READS";
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
        var access = access();
        Topics.create(said(BROKER), topics, access);
        topics.forEach(topic -> lines.add("topic " + topic.name()));
        access.principals().forEach(who -> lines.add("login " + who.login().username()));
        return lines;
    }

    private BrokerAccess access() {
        var principals = new ArrayList<Principal>();
        DATABASES.forEach(name -> principals.add(KafkaAccess.service(login(name))));
        for (var name : BrokerAccess.names(environment.getOrDefault(READERS, ""))) {
            var topics = BrokerAccess.names(said(readsVariable(name)));
            principals.add(KafkaAccess.reader(login(name), topics));
        }
        var administrator =
                new Credentials(KafkaAccess.ADMINISTRATOR, said(ADMINISTRATOR_PASSWORD));
        return new BrokerAccess(administrator, principals);
    }

    private Credentials login(String name) {
        return new Credentials(name, said(brokerVariable(name)));
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
