package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The checked-in AsyncAPI document says what the code does, and tools can read what it says. */
class AsyncApiTests {

    private static final Path FILE = Path.of("src/main/resources/asyncapi/whitelane.asyncapi.json");
    private static final String ADDRESS = "https://whitelane.org/asyncapi/whitelane.asyncapi.json";

    static Stream<Class<? extends EventPayload>> types() {
        return EventTypes.all().stream();
    }

    /** First of all, so that the other tests look at what was written. */
    @BeforeAll
    static void rewriteIfAsked() throws IOException {
        if ("write".equals(System.getProperty("api-documents"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, generated());
        }
    }

    @Test
    void documentIsWhatTheCodeSays() throws IOException {
        if (!Files.exists(FILE) || !Files.readString(FILE).equals(generated())) {
            fail(
                    FILE
                            + " is not what the code says. Look at the change and rewrite it: mvn"
                            + " test -pl event-schema -Dtest=AsyncApiTests -Dapi-documents=write");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void examplesAreWhatTheReaderTakes(Class<? extends EventPayload> type) {
        assertThat(examples(type)).hasSameSizeAs(Published.samples(type));
        for (var example : examples(type)) {
            assertThat(EventCodec.decode(headers(example), payload(example)))
                    .isInstanceOf(Decoded.Known.class);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void samplesFitTheDocument(Class<? extends EventPayload> type) {
        for (var sample : Published.samples(type)) {
            assertThat(faults(type, "payload", Published.bytes(sample))).isEmpty();
        }
        for (var example : examples(type)) {
            assertThat(faults(type, "headers", bytes(example.path("headers")))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatLacksARequiredFieldDoesNotFit(Class<? extends EventPayload> type) {
        var schema = Published.schema(type);
        for (var required : schema.path("required")) {
            var broken = (ObjectNode) Published.JSON.readTree(Published.sample(type));
            broken.remove(required.asString());
            assertThat(faults(type, "payload", bytes(broken))).as(required.asString()).isNotEmpty();
        }
    }

    /** A header is required in the document exactly when the reader cannot do without it. */
    @ParameterizedTest
    @MethodSource("types")
    void requiresTheHeadersThatTheReaderNeeds(Class<? extends EventPayload> type) {
        var example = examples(type).getFirst();
        for (var name : headers(example).keySet()) {
            var fewer = headers(example);
            fewer.remove(name);
            var read = EventCodec.decode(fewer, payload(example)) instanceof Decoded.Known;
            var fits = faults(type, "headers", Published.JSON.writeValueAsBytes(fewer)).isEmpty();
            // written always, but the reader has the type and needs no schema
            assertThat(fits).as(name).isEqualTo(read && !name.equals("ce_dataschema"));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesTheHeadersOfAnotherType(Class<? extends EventPayload> type) {
        var other = headers(examples(type).getFirst());
        other.put("ce_type", "org.whitelane.registry.something-else.v1");
        assertThat(faults(type, "headers", Published.JSON.writeValueAsBytes(other))).isNotEmpty();
    }

    /** The copy leaves nothing of the published schema out and adds nothing. */
    @ParameterizedTest
    @MethodSource("types")
    void payloadIsThePublishedSchema(Class<? extends EventPayload> type) {
        var published = (ObjectNode) inlined(Published.schema(type), Published.schema(type));
        published.remove(List.of("$schema", "$id", "$defs", "examples"));
        var shown = (ObjectNode) inlined(document(), message(type).path("payload"));
        shown.remove("externalDocs");

        assertThat(shown).isEqualTo(published);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var document = document();
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(document.at(reference.substring(1)).isMissingNode())
                                        .as(reference)
                                        .isFalse());
    }

    @Test
    void everyServiceOfTheCatalogueSendsOrReceives() {
        var operations = document().path("operations");
        assertThat(operations.propertyNames())
                .contains(
                        "registry-service-sends-organisation",
                        "import-whitelist-service-receives-organisation",
                        "notification-service-receives-batch",
                        "regulator-receives-entry")
                .doesNotContain("import-whitelist-service-receives-registration");
        assertThat(operations.valueStream())
                .filteredOn(operation -> operation.path("action").asString().equals("send"))
                .hasSize(Topic.values().length);
    }

    private static String generated() {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return Published.JSON.writer().with(printer).writeValueAsString(AsyncApiDocument.generate())
                + "\n";
    }

    private static JsonNode document() {
        return Published.JSON.readTree(Published.bytes(FILE));
    }

    private static JsonNode message(Class<? extends EventPayload> type) {
        return document().at("/components/messages/" + AsyncApiNodes.nameOf(type));
    }

    private static List<JsonNode> examples(Class<? extends EventPayload> type) {
        return message(type).path("examples").valueStream().toList();
    }

    private static Map<String, String> headers(JsonNode example) {
        var headers = new HashMap<String, String>();
        example.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asString()));
        return headers;
    }

    private static byte[] payload(JsonNode example) {
        return bytes(example.path("payload"));
    }

    private static byte[] bytes(JsonNode node) {
        return Published.JSON.writeValueAsBytes(node);
    }

    /** Against the schema as a reader of the document finds it: there, in draft 7. */
    private static List<Error> faults(
            Class<? extends EventPayload> type, String part, byte[] data) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        registry -> registry.schemas(Map.of(ADDRESS, document().toString())))
                .getSchema(
                        SchemaLocation.of(
                                "%s#/components/messages/%s/%s"
                                        .formatted(ADDRESS, AsyncApiNodes.nameOf(type), part)))
                .validate(
                        new String(data, UTF_8),
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static JsonNode inlined(JsonNode root, JsonNode node) {
        var reference = node.path("$ref").asString("");
        if (!reference.isEmpty()) {
            // draft 2020-12 lets words stand beside a reference; they are for people
            return inlined(root, root.at(reference.substring(1)));
        }
        return switch (node) {
            case ObjectNode fields -> {
                var copy = Published.JSON.createObjectNode();
                fields.properties()
                        .forEach(
                                field -> copy.set(field.getKey(), inlined(root, field.getValue())));
                yield copy;
            }
            case ArrayNode elements -> {
                var copy = Published.JSON.createArrayNode();
                elements.forEach(element -> copy.add(inlined(root, element)));
                yield copy;
            }
            default -> node;
        };
    }
}
