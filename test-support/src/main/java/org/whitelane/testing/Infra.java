package org.whitelane.testing;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.testcontainers.kafka.KafkaContainer;
import org.whitelane.embedded.Credentials;
import org.whitelane.embedded.Database;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The parts of this JVM, each started when a test first asks for it. */
public final class Infra {

    private static final List<String> NOISY_LOGGERS =
            List.of(
                    "kafka",
                    "org.apache.kafka",
                    "state.change.logger",
                    "org.testcontainers",
                    "com.github.dockerjava",
                    "tc");
    private static final Map<String, Database> DATABASES = new ConcurrentHashMap<>();
    private static final AtomicInteger FRESH = new AtomicInteger();

    static final Images IMAGES = Images.of(System.getProperties(), System.getenv());

    private static final Parts PARTS;

    static {
        // Without Spring nothing else would raise Kafka's level, and its DEBUG output takes longer
        // than the test.
        var logging = LoggingSystem.get(Infra.class.getClassLoader());
        for (String logger : NOISY_LOGGERS) {
            logging.setLogLevel(logger, LogLevel.WARN);
        }
        PARTS = choose();
    }

    private Infra() {}

    private static Parts choose() {
        var wish = InfraWish.of(System.getProperty("infra.mode"), System.getenv());
        var choice =
                InfraChoice.of(
                        wish,
                        () -> containers(wish),
                        () ->
                                EmbeddedParts.availability(
                                        System.getProperty("os.name"),
                                        System.getProperty("os.arch")));
        System.out.println(choice.line());
        return switch (choice.mode()) {
            case CONTAINERS -> new ContainerParts();
            case EMBEDDED -> new EmbeddedParts();
        };
    }

    /** Downloads only for somebody who insists: hundreds of megabytes are not a test run's whim. */
    private static Availability containers(InfraWish wish) {
        var socket =
                ContainerEngine.socket(System.getenv(), Path.of(System.getProperty("user.home")));
        if (socket instanceof Availability.NotThere) {
            return socket;
        }
        var engine = new ContainerEngine(IMAGES);
        return wish == InfraWish.CONTAINERS ? engine.fetched() : engine.local();
    }

    /**
     * The database of that name, the same for every test of this JVM: its topics hold what its
     * journal says.
     */
    public static Database database(String name) {
        return DATABASES.computeIfAbsent(name, PARTS.postgres()::provision);
    }

    /** A database that nobody has used, named {@code <prefix>_<number>}. */
    public static Database freshDatabase(String prefix) {
        return PARTS.postgres().provision(prefix + "_" + FRESH.incrementAndGet());
    }

    /** For what an operator does to a server, such as terminating a session. */
    public static Credentials superuser() {
        return PARTS.postgres().superuser();
    }

    /** The broker with all topics of the suite. */
    public static String bootstrapServers() {
        return PARTS.broker().bootstrapServers();
    }

    /** Takes the broker away; its data and its port stay. */
    public static void stopBroker() {
        PARTS.broker().stop();
    }

    /** Does nothing while the broker is up. */
    public static void startBroker() {
        PARTS.broker().start();
    }

    /** Empties every topic, for a test that begins with a fresh journal. */
    public static void recreateTopics() {
        SuiteTopics.recreate(bootstrapServers());
    }

    public static TestIssuer issuer() {
        return IssuerHolder.ISSUER;
    }

    /** What a service's configuration says about its database. */
    public static Map<String, String> properties(Database database) {
        return Map.ofEntries(
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("spring.datasource.username", database.app().username()),
                Map.entry("spring.datasource.password", database.app().password()),
                Map.entry("spring.flyway.url", database.url()),
                Map.entry("spring.flyway.user", database.owner().username()),
                Map.entry("spring.flyway.password", database.owner().password()),
                Map.entry("whitelane.journal.relay.username", database.relay().username()),
                Map.entry("whitelane.journal.relay.password", database.relay().password()),
                Map.entry("whitelane.journal.eraser.username", database.eraser().username()),
                Map.entry("whitelane.journal.eraser.password", database.eraser().password()),
                Map.entry("whitelane.journal.auditor.username", database.auditor().username()),
                Map.entry("whitelane.journal.auditor.password", database.auditor().password()),
                Map.entry("whitelane.checkpoints.key-file", CheckpointKeyFile.path()));
    }

    static Map<String, String> quietLogging() {
        Map<String, String> levels = new ConcurrentHashMap<>();
        for (String logger : NOISY_LOGGERS) {
            levels.put("logging.level." + logger, "warn");
        }
        return levels;
    }

    static boolean inContainers() {
        return PARTS instanceof ContainerParts;
    }

    static KafkaContainer brokerContainer() {
        return switch (PARTS) {
            case ContainerParts parts -> parts.broker().container();
            case EmbeddedParts _ -> throw new IllegalStateException("The broker is embedded.");
        };
    }

    /** Lets the broker come up while the database does. */
    static void warmUpBroker() {
        Thread.ofVirtual().start(Infra::bootstrapServers);
    }

    private static final class IssuerHolder {
        static final TestIssuer ISSUER = TestIssuer.start();
    }
}
