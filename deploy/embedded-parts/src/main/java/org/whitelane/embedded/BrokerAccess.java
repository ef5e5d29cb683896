package org.whitelane.embedded;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who may do what on a broker. Whoever is not named here may do nothing.
 *
 * @param administrator who may do everything; known to the broker by its configuration
 *     (SASL/PLAIN), so that there is somebody before the first principal is stored
 * @param principals kept by the broker itself (SASL/SCRAM-SHA-512)
 */
public record BrokerAccess(Credentials administrator, List<Principal> principals) {

    private static final String PRINCIPAL = "principal.";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

    public BrokerAccess {
        principals = List.copyOf(principals);
        Stream.concat(Stream.of(administrator), principals.stream().map(Principal::login))
                .forEach(BrokerAccess::requirePlain);
    }

    /**
     * Each of the names is a topic's or a group's, or ends in {@code *} and is then how they begin.
     *
     * @param groups consumer groups that it may be a member of
     */
    public record Principal(
            Credentials login, List<String> reads, List<String> writes, List<String> groups) {

        public Principal {
            reads = List.copyOf(reads);
            writes = List.copyOf(writes);
            groups = List.copyOf(groups);
        }
    }

    /** What a client of the administrator is configured with. */
    public Map<String, String> administratorsClient(String bootstrapServers) {
        return client(bootstrapServers, "PLAIN", login("plain.PlainLoginModule", administrator));
    }

    /** What a client of such a principal is configured with. */
    public static Map<String, String> client(String bootstrapServers, Credentials login) {
        return client(bootstrapServers, "SCRAM-SHA-512", login("scram.ScramLoginModule", login));
    }

    private static Map<String, String> client(
            String bootstrapServers, String mechanism, String login) {
        return Map.of(
                "bootstrap.servers", bootstrapServers,
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", mechanism,
                "sasl.jaas.config", login);
    }

    /** A login of Java's own authentication service, as Kafka writes it. */
    static String login(String module, Credentials login, String... more) {
        return "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\"%s;"
                .formatted(module, login.username(), login.password(), String.join("", more));
    }

    /** Readable by its owner alone. */
    public void write(Path file) throws IOException {
        var text = new Properties();
        text.setProperty("administrator", administrator.username());
        text.setProperty("administrator.password", administrator.password());
        for (var principal : principals) {
            var name = PRINCIPAL + principal.login().username() + ".";
            text.setProperty(name + "password", principal.login().password());
            text.setProperty(name + "reads", String.join(",", principal.reads()));
            text.setProperty(name + "writes", String.join(",", principal.writes()));
            text.setProperty(name + "groups", String.join(",", principal.groups()));
        }
        writePrivately(file, text, "Who may do what on the broker; made anew at each start.");
    }

    /** Whole, or not at all. */
    public static void writePrivately(Path file, Properties text, String comment)
            throws IOException {
        var written = new StringWriter();
        text.store(written, comment);
        PrivateFile.write(file, written.toString());
    }

    static BrokerAccess read(Path file) throws IOException {
        var text = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            text.load(reader);
        }
        var names = new TreeSet<String>();
        text.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PRINCIPAL) && key.endsWith(".password"))
                .map(key -> key.substring(PRINCIPAL.length(), key.lastIndexOf('.')))
                .forEach(names::add);
        var principals = new ArrayList<Principal>();
        for (var name : names) {
            var key = PRINCIPAL + name + ".";
            principals.add(
                    new Principal(
                            new Credentials(name, said(text, key + "password")),
                            names(text.getProperty(key + "reads", "")),
                            names(text.getProperty(key + "writes", "")),
                            names(text.getProperty(key + "groups", ""))));
        }
        var administrator =
                new Credentials(said(text, "administrator"), said(text, "administrator.password"));
        return new BrokerAccess(administrator, principals);
    }

    /** Separated by commas. */
    public static List<String> names(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).filter(n -> !n.isEmpty()).toList();
    }

    private static String said(Properties text, String key) {
        var value = text.getProperty(key, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(key + " is missing.");
        }
        return value;
    }

    /** Whether somebody can go by that name on a broker, and a file here as well. */
    public static void requireName(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "A name on the broker should be letters, digits, - and _: " + name);
        }
    }

    private static void requirePlain(Credentials login) {
        requireName(login.username());
        if (!login.password().matches("[\\x21-\\x7e&&[^\"\\\\;]]{16,}")) {
            throw new IllegalArgumentException(
                    "The password of %s on the broker should have 16 or more visible ASCII characters without \" \\ ;"
                            .formatted(login.username()));
        }
    }
}
