package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Records, schemas and samples say the same. */
class ContractTests {

    static Stream<Class<? extends EventPayload>> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaHasTheFieldsOfTheRecord(Class<? extends EventPayload> type) {
        assertThat(Fields.of(Published.schema(type))).containsExactlyElementsOf(Fields.of(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaNamesItselfAsTheEventDoes(Class<? extends EventPayload> type) {
        var schema = Published.schema(type);

        assertThat(schema.path("$id").asString()).isEqualTo(EventTypes.dataSchemaOf(type));
        assertThat(schema.path("$schema").asString())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("title").asString("")).isNotBlank();
        assertThat(undescribed(schema, "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaIsItselfValid(Class<? extends EventPayload> type) {
        assertThat(Published.faultsOfSchema(Published.schema(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaIsOpenForWhatComesLater(Class<? extends EventPayload> type) {
        var text = Published.schema(type).toString();

        assertThat(text)
                .doesNotContain(
                        "\"additionalProperties\"",
                        "\"unevaluatedProperties\"",
                        "\"enum\"",
                        "\"const\"",
                        "\"maxProperties\"",
                        "\"oneOf\"");
    }

    @ParameterizedTest
    @MethodSource("types")
    void samplesFitTheSchemaAndShowEveryField(Class<? extends EventPayload> type) {
        var schema = Published.schema(type);
        var shown = new ArrayList<String>();
        for (var file : Published.samples(type)) {
            assertThat(Published.faults(schema, Published.bytes(file)))
                    .as(file.toString())
                    .isEmpty();
            addPaths(Published.JSON.readTree(Published.bytes(file)), "", shown);
        }
        assertThat(shown).containsAll(Fields.of(type).stream().map(l -> l.split(":")[0]).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void recordAndSampleAreTheSameBytes(Class<? extends EventPayload> type) {
        var sample = Published.sample(type);

        var read = Samples.read(type, sample);

        assertThat(new String(EventCodec.encode(read), UTF_8)).isEqualTo(new String(sample, UTF_8));
    }

    @ParameterizedTest
    @MethodSource("types")
    void withoutItsOptionalFieldsItStillFitsAndReads(Class<? extends EventPayload> type) {
        var smallest = Samples.withoutOptionals(type);

        assertThat(Published.faults(Published.schema(type), smallest)).isEmpty();
        assertThat(new String(EventCodec.encode(Samples.read(type, smallest)), UTF_8))
                .isEqualTo(new String(smallest, UTF_8))
                .doesNotContain("null");
    }

    @ParameterizedTest
    @MethodSource("types")
    void withoutARequiredFieldItNeitherFitsNorReads(Class<? extends EventPayload> type) {
        var schema = Published.schema(type);
        for (var required : schema.path("required")) {
            var broken = (ObjectNode) Published.JSON.readTree(Published.sample(type));
            broken.remove(required.asString());
            var bytes = Published.JSON.writeValueAsBytes(broken);

            assertThat(Published.faults(schema, bytes)).as(required.asString()).isNotEmpty();
            assertThat(Samples.decode(type, bytes))
                    .as(required.asString())
                    .isInstanceOf(Decoded.Malformed.class);
        }
    }

    @Test
    void everySchemaBelongsToAType() {
        var known = EventTypes.all().stream().map(EventTypes::typeOf).toList();

        assertThat(Published.files(Published.SCHEMAS))
                .extracting(file -> Published.typeOf(Published.SCHEMAS, file))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void numbersWithAFractionAreNotInTheContract() {
        record Price(double amount) {}

        assertThatThrownBy(() -> Fields.of(Price.class))
                .hasMessageContaining("not in the contract");
    }

    @Test
    void aFieldThatOnlyOneSideHasIsSeen() {
        var type = ApprovalEvent.IndRecorded.class;
        var schema = (ObjectNode) Published.schema(type);
        ((ObjectNode) schema.at("/$defs/product/properties")).remove("sponsor");

        assertThat(Fields.of(type)).contains("/product/sponsor: string");
        assertThat(Fields.of(schema)).doesNotContain("/product/sponsor: string");
    }

    private static List<String> undescribed(JsonNode schema, String path) {
        var found = new ArrayList<String>();
        if (schema.path("description").asString("").isBlank()) {
            found.add(path);
        }
        for (var group : List.of("properties", "$defs")) {
            for (var part : schema.path(group).properties()) {
                found.addAll(undescribed(part.getValue(), path + "/" + part.getKey()));
            }
        }
        return found;
    }

    private static void addPaths(JsonNode data, String path, List<String> paths) {
        for (var field : data.properties()) {
            paths.add(path + "/" + field.getKey());
            addPaths(field.getValue(), path + "/" + field.getKey(), paths);
        }
        if (data.isArray() && !data.isEmpty()) {
            paths.add(path + "/*");
            data.forEach(element -> addPaths(element, path + "/*", paths));
        }
    }
}
