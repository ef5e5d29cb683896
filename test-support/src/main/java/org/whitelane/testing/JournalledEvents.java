package org.whitelane.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.whitelane.events.EventPayload;
import org.whitelane.events.EventTypes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a service has really said, against the published schemas: samples prove the records, this
 * proves the values that forms and rules let through.
 */
public final class JournalledEvents {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<Class<?>, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private JournalledEvents() {}

    /** Fails with every fault of every event in the journal of that database of this JVM. */
    public static void keepTheContract(String database) {
        var faults =
                journal(database)
                        .sql(
                                "select type, value from journal_entry where type = any (:types)"
                                        + " order by id")
                        .param("types", published())
                        .query((row, _) -> faults(row.getString("type"), row.getBytes("value")))
                        .list()
                        .stream()
                        .flatMap(List::stream)
                        .distinct()
                        .toList();
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "Events that break their published schema:\n" + String.join("\n", faults));
        }
    }

    private static JdbcClient journal(String name) {
        var database = Infra.database(name);
        return JdbcClient.create(
                new DriverManagerDataSource(
                        database.url(), database.app().username(), database.app().password()));
    }

    private static String[] published() {
        return EventTypes.all().stream().map(EventTypes::typeOf).toArray(String[]::new);
    }

    private static List<String> faults(String type, byte[] value) {
        var record = EventTypes.forType(type).orElseThrow();
        return SCHEMAS
                .computeIfAbsent(record, _ -> schema(record))
                .validate(
                        new String(value, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(fault -> "%s %s".formatted(type, fault))
                .toList();
    }

    private static Schema schema(Class<? extends EventPayload> type) {
        var path = "/schema/" + EventTypes.schemaPath(type);
        try (var file = Objects.requireNonNull(EventTypes.class.getResourceAsStream(path), path)) {
            return REGISTRY.getSchema(
                    new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
