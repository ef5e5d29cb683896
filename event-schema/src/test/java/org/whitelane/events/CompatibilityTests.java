package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.function.Consumer;
import java.util.stream.Stream;

/** What was published still reads, and what is proposed breaks no reader. */
class CompatibilityTests {

    static Stream<Class<? extends EventPayload>> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaBreaksNoReaderOfWhatWasPublished(Class<? extends EventPayload> type) {
        assertThat(Published.approvedSchemas(type)).as("approved copies").isNotEmpty();
        for (var approved : Published.approvedSchemas(type)) {
            var published = Published.JSON.readTree(Published.bytes(approved));
            assertThat(SchemaCompatibility.faults(published, Published.schema(type)))
                    .as(approved.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySampleEverPublishedStillReads(Class<? extends EventPayload> type) {
        assertThat(Published.samples(type)).isNotEmpty();
        for (var sample : Published.samples(type)) {
            assertThat(Samples.decode(type, Published.bytes(sample)))
                    .as(sample.toString())
                    .isInstanceOf(Decoded.Known.class);
        }
    }

    @Test
    void noPublishedTypeWasGivenUp() {
        assertThat(Published.files(Published.APPROVED))
                .extracting(file -> Published.typeOf(Published.APPROVED, file))
                .allSatisfy(type -> assertThat(EventTypes.forType(type)).as(type).isPresent());
    }

    @Test
    void aRemovedFieldIsRefused() {
        refuses(
                schema -> ((ObjectNode) schema.at("/$defs/product/properties")).remove("sponsor"),
                "/product/sponsor: removed: readers rely on it");
    }

    @Test
    void aNewRequiredFieldIsRefused() {
        refuses(
                schema -> {
                    ((ObjectNode) schema.at("/properties"))
                            .putObject("reviewer")
                            .put("type", "string");
                    ((ArrayNode) schema.at("/required")).add("reviewer");
                },
                "/reviewer: newly required: published events lack it");
    }

    @Test
    void anOptionalFieldMadeRequiredIsRefused() {
        refuses(
                schema -> ((ArrayNode) schema.at("/required")).add("noticeNumber"),
                "/noticeNumber: newly required: published events lack it");
    }

    @Test
    void aRequiredFieldMadeOptionalIsRefused() {
        refuses(
                schema -> ((ArrayNode) schema.at("/$defs/partialDate/required")).remove(0),
                "/acceptedOn/value: no longer required: readers rely on it");
    }

    @Test
    void aChangedTypeIsRefused() {
        refuses(
                schema -> ((ObjectNode) schema.at("/properties/decision")).put("type", "integer"),
                "/decision: type changed from \"string\" to \"integer\"");
    }

    @Test
    void aChangedElementTypeIsRefused() {
        refuses(
                schema ->
                        ((ObjectNode) schema.at("/$defs/product/properties/indications/items"))
                                .put("type", "object"),
                "/product/indications/*: type changed from \"string\" to \"object\"");
    }

    @Test
    void aChangedIdIsRefused() {
        refuses(
                schema -> schema.put("$id", "https://elsewhere.example/ind.json"),
                "/: $id changed from"
                    + " \"https://whitelane.org/schema/approval/ind-recorded.v1.schema.json\" to"
                    + " \"https://elsewhere.example/ind.json\"");
    }

    @Test
    void aNarrowedFieldIsRefused() {
        refuses(
                schema ->
                        ((ObjectNode) schema.at("/properties/decision"))
                                .putArray("enum")
                                .add("APPROVED"),
                "/decision: enum narrowed from nothing to [\"APPROVED\"]");
        refuses(
                schema ->
                        ((ObjectNode) schema.at("/properties/registrationId")).put("minLength", 36),
                "/registrationId: minLength narrowed from 1 to 36");
        refuses(
                schema ->
                        ((ObjectNode) schema.at("/properties/registrationId")).put("maxLength", 36),
                "/registrationId: maxLength narrowed from nothing to 36");
        refuses(
                schema -> schema.put("additionalProperties", false),
                "/: additionalProperties narrowed from nothing to false");
    }

    @Test
    void aWidenedFieldIsRefused() {
        refuses(
                schema -> ((ObjectNode) schema.at("/properties/noticeNumber")).remove("pattern"),
                "/noticeNumber: pattern widened from \"^20\\\\d{2}LP\\\\d{5}$\" to nothing");
    }

    @Test
    void aFieldHiddenBehindAnotherDefinitionIsSeen() {
        refuses(
                schema -> {
                    ((ObjectNode) schema.at("/$defs")).putObject("day").put("type", "string");
                    ((ObjectNode) schema.at("/properties/decidedOn")).put("$ref", "#/$defs/day");
                },
                "/decidedOn: type changed from \"object\" to \"string\"");
    }

    @Test
    void optionalFieldsAndBetterWordsAreAccepted() {
        var approved = Published.schema(ApprovalEvent.IndRecorded.class);
        var proposed = (ObjectNode) approved.deepCopy();
        ((ObjectNode) proposed.at("/properties")).putObject("channel").put("type", "string");
        ((ObjectNode) proposed.at("/$defs/product/properties"))
                .putObject("form")
                .put("type", "string");
        ((ObjectNode) proposed.at("/properties/decision")).put("description", "what was decided");
        proposed.put("title", "An IND was recorded");

        assertThat(SchemaCompatibility.faults(approved, proposed)).isEmpty();
    }

    private static void refuses(Consumer<ObjectNode> change, String fault) {
        var approved = Published.schema(ApprovalEvent.IndRecorded.class);
        var proposed = (ObjectNode) approved.deepCopy();
        change.accept(proposed);

        assertThat(SchemaCompatibility.faults(approved, proposed)).contains(fault);
    }
}
