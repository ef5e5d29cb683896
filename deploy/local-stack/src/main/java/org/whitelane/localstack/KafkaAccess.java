package org.whitelane.localstack;

import org.whitelane.embedded.BrokerAccess;
import org.whitelane.embedded.BrokerAccess.Principal;
import org.whitelane.embedded.Credentials;
import org.whitelane.localstack.jvm.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Who may speak to the broker here, each with a password of its own: the services, which write
 * their own topics alone, and the readers that {@value #READERS} in the data directory names. For
 * each there is a file in {@code kafka/} that any of Kafka's clients takes as its configuration.
 */
final class KafkaAccess {

    static final String READERS = "readers.properties";
    static final String CLIENTS = "kafka";

    /** Of the file for whoever has to repair something. */
    static final String ADMINISTRATOR = "administrator";

    private static final String FIRST_READERS =
            """
            # Who may read which topics from Kafka, and nothing else. A name that ends in * is how topics begin.
            # Read at each start; a reader's client configuration is then in kafka/<reader>.properties.
            regulator = whitelane.registry.*, whitelane.approval.*, whitelane.whitelist.*
            customs = whitelane.whitelist.entry.v1, whitelane.whitelist.declaration.v1
            """;

    private final Path data;
    private final String bootstrapServers;
    private final Secrets secrets;

    KafkaAccess(Path data, String bootstrapServers, Secrets secrets) {
        this.data = data;
        this.bootstrapServers = bootstrapServers;
        this.secrets = secrets;
    }

    /** Where the clients' configurations are. */
    static Path client(Path data, String name) {
        return data.resolve(CLIENTS).resolve(name + ".properties");
    }

    /**
     * Writes what the broker and the clients are told.
     *
     * @return the broker's file
     */
    Path write() throws IOException {
        var principals = new ArrayList<Principal>();
        Provision.DATABASES.forEach(service -> principals.add(service(login(service))));
        principals.addAll(readers());
        var administrator = login(ADMINISTRATOR);
        var access = new BrokerAccess(administrator, principals);
        Folders.delete(data.resolve(CLIENTS));
        Files.createDirectories(data.resolve(CLIENTS));
        writeClient(ADMINISTRATOR, access.administratorsClient(bootstrapServers));
        for (var principal : principals) {
            var login = principal.login();
            writeClient(login.username(), BrokerAccess.client(bootstrapServers, login));
        }
        Path file = data.resolve("secrets").resolve("broker-access.properties");
        access.write(file);
        return file;
    }

    /** What a service is told, by the names of Spring Boot's properties. */
    void tell(Environment environment, String service) {
        environment
                .with("spring.kafka.bootstrap-servers", bootstrapServers)
                // one process per service: killed and started again it is known to the broker at
                // once, instead of after the dead one's session timed out
                .with("spring.kafka.consumer.properties.group.instance.id", "local");
        BrokerAccess.client(bootstrapServers, login(service)).entrySet().stream()
                .filter(setting -> !setting.getKey().equals("bootstrap.servers"))
                .forEach(
                        setting ->
                                environment.with(
                                        "spring.kafka.properties." + setting.getKey(),
                                        setting.getValue()));
    }

    /** Reads all, writes its own. */
    static Principal service(Credentials login) {
        var name = login.username();
        return new Principal(
                login,
                List.of("whitelane.*"),
                List.of("whitelane." + name + ".*"),
                List.of(name + ".*"));
    }

    /**
     * @throws IllegalArgumentException for names that are none on a broker
     */
    static Principal reader(Credentials login, List<String> topics) {
        return new Principal(login, topics, List.of(), List.of(login.username() + ".*"));
    }

    private List<Principal> readers() throws IOException {
        Path file = data.resolve(READERS);
        if (!Files.exists(file)) {
            Files.writeString(file, FIRST_READERS);
        }
        var said = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            said.load(reader);
        }
        var readers = new ArrayList<Principal>();
        for (var name : new TreeSet<>(said.stringPropertyNames())) {
            if (name.equals(ADMINISTRATOR) || Provision.DATABASES.contains(name)) {
                throw new Options.Unusable(
                        "%s: %s is a name of the suite's own; choose another."
                                .formatted(file, name));
            }
            readers.add(reader(file, name, BrokerAccess.names(said.getProperty(name))));
        }
        return readers;
    }

    private Principal reader(Path file, String name, List<String> topics) {
        try {
            return reader(login(name), topics);
        } catch (IllegalArgumentException e) {
            throw new Options.Unusable(file + ": " + e.getMessage());
        }
    }

    private Credentials login(String name) {
        BrokerAccess.requireName(name);
        return new Credentials(name, secrets.password("kafka-" + name));
    }

    private void writeClient(String name, Map<String, String> settings) throws IOException {
        var text = new Properties();
        text.putAll(settings);
        BrokerAccess.writePrivately(
                client(data, name), text, "How " + name + " speaks to the broker.");
    }
}
