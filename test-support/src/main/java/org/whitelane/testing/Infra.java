package org.whitelane.testing;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.whitelane.embedded.Credentials;
import org.whitelane.embedded.Database;
import org.whitelane.embedded.Postgres;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The parts of this JVM, each started when a test first asks for it. */
public final class Infra {

    private static final List<String> NOISY_LOGGERS =
            List.of("kafka", "org.apache.kafka", "state.change.logger");
    private static final Map<String, Database> DATABASES = new ConcurrentHashMap<>();
    private static final AtomicInteger FRESH = new AtomicInteger();

    static {
        // Without Spring nothing else would raise Kafka's level, and its DEBUG output takes longer
        // than the test.
        var logging = LoggingSystem.get(Infra.class.getClassLoader());
        for (String logger : NOISY_LOGGERS) {
            logging.setLogLevel(logger, LogLevel.WARN);
        }
    }

    private Infra() {}

    /**
     * The database of that name, the same for every test of this JVM: its topics hold what its
     * journal says.
     */
    public static Database database(String name) {
        return DATABASES.computeIfAbsent(name, PostgresHolder.POSTGRES::provision);
    }

    /** A database that nobody has used, named {@code <prefix>_<number>}. */
    public static Database freshDatabase(String prefix) {
        return PostgresHolder.POSTGRES.provision(prefix + "_" + FRESH.incrementAndGet());
    }

    /** For what an operator does to a server, such as terminating a session. */
    public static Credentials superuser() {
        return PostgresHolder.POSTGRES.superuser();
    }

    /** The broker with all topics of the suite. */
    public static String bootstrapServers() {
        return BrokerHolder.BROKER.bootstrapServers();
    }

    /** Takes the broker away; its data and its port stay. */
    public static void stopBroker() {
        BrokerHolder.BROKER.stop();
    }

    /** Does nothing while the broker is up. */
    public static void startBroker() {
        BrokerHolder.BROKER.start();
    }

    /** Empties every topic, for a test that begins with a fresh journal. */
    public static void recreateTopics() {
        BrokerHolder.BROKER.recreateTopics();
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
                Map.entry("whitelane.journal.auditor.password", database.auditor().password()));
    }

    static Map<String, String> quietLogging() {
        Map<String, String> levels = new ConcurrentHashMap<>();
        for (String logger : NOISY_LOGGERS) {
            levels.put("logging.level." + logger, "warn");
        }
        return levels;
    }

    /** Lets the broker come up while the database does. */
    static void warmUpBroker() {
        Thread.ofVirtual().start(Infra::bootstrapServers);
    }

    private static final class PostgresHolder {
        static final Postgres POSTGRES = TestPostgres.start();
    }

    private static final class BrokerHolder {
        static final TestBroker BROKER = new TestBroker();
    }

    private static final class IssuerHolder {
        static final TestIssuer ISSUER = TestIssuer.start();
    }
}
