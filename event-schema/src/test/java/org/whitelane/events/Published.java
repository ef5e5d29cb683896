package org.whitelane.events;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The published files: schemas on the class path, frozen copies and samples under {@code
 * approved/}.
 */
final class Published {

    static final Path APPROVED = Path.of("src/test/resources/approved");
    static final Path SCHEMAS = Path.of("src/main/resources/schema");
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = ".schema.json";

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Published() {}

    static JsonNode schema(Class<? extends EventPayload> type) {
        return JSON.readTree(bytes(SCHEMAS.resolve(EventTypes.schemaPath(type))));
    }

    static byte[] sample(Class<? extends EventPayload> type) {
        return bytes(APPROVED.resolve(pathOf(type) + ".json"));
    }

    /**
     * A later sample of a type, e.g. with a new optional field, is called {@code <short
     * name>+<what>.json}.
     */
    static List<Path> samples(Class<? extends EventPayload> type) {
        return files(APPROVED).stream()
                .filter(file -> !isSchema(file) && belongsTo(type, file))
                .toList();
    }

    static List<Path> approvedSchemas(Class<? extends EventPayload> type) {
        return files(APPROVED).stream()
                .filter(file -> isSchema(file) && belongsTo(type, file))
                .toList();
    }

    static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The CloudEvents type a file under {@code approved/} or {@code schema/} belongs to. */
    static String typeOf(Path folder, Path file) {
        var relative = folder.relativize(file).toString();
        var name =
                relative.substring(
                        0, relative.length() - (isSchema(file) ? SCHEMA : ".json").length());
        return "org.whitelane." + name.replaceFirst("\\+.*", "").replace('/', '.');
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema says against the data, formats included. */
    static List<Error> faults(JsonNode schema, byte[] data) {
        return validator(schema)
                .validate(
                        new String(data, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    static List<Error> faultsOfSchema(JsonNode schema) {
        return REGISTRY.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()))
                .validate(schema);
    }

    private static Schema validator(JsonNode schema) {
        return REGISTRY.getSchema(schema);
    }

    private static boolean belongsTo(Class<? extends EventPayload> type, Path file) {
        return typeOf(APPROVED, file).equals(EventTypes.typeOf(type));
    }

    private static boolean isSchema(Path file) {
        return file.toString().endsWith(SCHEMA);
    }

    private static String pathOf(Class<? extends EventPayload> type) {
        return EventTypes.topicOf(type).context() + "/" + EventTypes.shortName(type);
    }
}
