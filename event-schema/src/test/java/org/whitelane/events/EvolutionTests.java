package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A release beside the one before: each reads what the other writes. The readers of the release
 * before are its schemas, frozen under {@code approved/}; its events are the samples there.
 */
class EvolutionTests {

    static Stream<Class<? extends EventPayload>> types() {
        return EventTypes.all().stream();
    }

    /** What the build says of the change that lies in the working tree. */
    @Test
    void everyPublishedTypeIsSafe() {
        var proposals = types().flatMap(type -> SchemaProposal.ofTheBuild(type).stream()).toList();
        proposals.stream()
                .flatMap(proposal -> proposal.lines().stream())
                .distinct()
                .forEach(System.out::println);

        assertThat(proposals).filteredOn(proposal -> !proposal.isSafe()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readersOfEveryReleaseTakeTheEventsOfEveryRelease(Class<? extends EventPayload> type) {
        for (var schema : Published.approvedSchemas(type)) {
            var reader = Published.JSON.readTree(Published.bytes(schema));
            for (var event : Published.samples(type)) {
                assertThat(Published.faults(reader, Published.bytes(event)))
                        .as("%s read by %s", event.getFileName(), schema.getFileName())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void fieldsOfAReleaseToComeAreIgnored(Class<? extends EventPayload> type) {
        var event = Published.JSON.readTree(Published.sample(type));
        var before = Samples.read(type, Published.sample(type));
        addTo(event);
        var bytes = Published.JSON.writeValueAsBytes(event);

        assertThat(Samples.read(type, bytes)).isEqualTo(before);
        assertThat(Published.faults(Published.schema(type), bytes)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void valuesOfAReleaseToComeAreKeptAsText(Class<? extends EventPayload> type) {
        var event = Published.JSON.readTree(Published.sample(type));
        int replaced = replaceCodes(event);
        var bytes = Published.JSON.writeValueAsBytes(event);

        assertThat(Published.faults(Published.schema(type), bytes)).isEmpty();
        assertThat(
                        new String(
                                EventCodec.encode(Samples.read(type, bytes)),
                                java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(event.toString());
        assertThat(replaced).isGreaterThanOrEqualTo(0);
    }

    @Test
    void thereAreCodesToReplace() {
        var events = types().map(type -> Published.JSON.readTree(Published.sample(type)));
        assertThat(events.mapToInt(EvolutionTests::replaceCodes).sum()).isGreaterThan(20);
    }

    @Test
    void aTypeOfAReleaseToComeStillTakesItsPlace() {
        var headers = Samples.headers(ApprovalEvent.IndRecorded.class, "s");
        headers.put("ce_type", "org.whitelane.approval.ind-recorded.v2");

        assertThat(EventCodec.decode(headers, new byte[0]))
                .isEqualTo(new Decoded.Unknown("org.whitelane.approval.ind-recorded.v2", "s", 3));
    }

    @Test
    void anOptionalFieldMoreIsSafe() {
        assertThat(
                        proposal(
                                        schema ->
                                                ((ObjectNode) schema.at("/properties"))
                                                        .putObject("reviewer")
                                                        .put("type", "string")
                                                        .put("description", "who reviewed it"))
                                .lines())
                .containsExactly("safe org.whitelane.approval.ind-recorded.v1");
    }

    @Test
    void aRemovedFieldBreaksThePublishedReaders() {
        breaks(
                schema -> {
                    ((ObjectNode) schema.at("/$defs/product/properties")).remove("sponsor");
                    remove(schema.at("/$defs/product/required"), "sponsor");
                },
                "/data/product/sponsor because removed",
                "written by the new release and refused by readers of the published one");
    }

    @Test
    void aNewRequiredFieldBreaksTheReadersToCome() {
        breaks(
                schema -> {
                    ((ObjectNode) schema.at("/properties"))
                            .putObject("reviewer")
                            .put("type", "string");
                    ((ArrayNode) schema.at("/required")).add("reviewer");
                },
                "/data/reviewer because newly required",
                "written by the published release and refused by readers of the new one");
    }

    @Test
    void anotherTypeBreaksAndTheExampleHasOne() {
        breaks(
                schema -> ((ObjectNode) schema.at("/properties/decision")).put("type", "integer"),
                "/data/decision because type changed from \"string\" to \"integer\"",
                "refused by readers of");
    }

    @Test
    void aClosedListOfValuesBreaksWhoeverWritesAnother() {
        breaks(
                schema ->
                        ((ObjectNode) schema.at("/properties/decision"))
                                .putArray("enum")
                                .add("APPROVED")
                                .add("IMPLIED"),
                "/data/decision because enum narrowed",
                "\"decision\":\"x\"",
                "written by the published release and refused by readers of the new one");
    }

    @Test
    void aFieldToldToMoreBreaksAConfidence() {
        var type = EntryEvent.EntryActivated.class;
        var proposed = Published.schema(type);
        ((ObjectNode) proposed.at("/$defs/article/properties/manufacturer"))
                .put(Audience.KEYWORD, "public");

        assertThat(proposal(type, proposed).isSafe()).isFalse();
        assertThat(proposal(type, proposed).lines())
                .containsExactly(
                        "breaks org.whitelane.whitelist.entry-activated.v1 at"
                                + " /data/article/manufacturer because its audience widened from"
                                + " owner to public, and what was given in confidence would be"
                                + " told; for example \"Example Chemicals AB\" of an event that"
                                + " was published long ago");
    }

    /** Whatever hides behind it, too: its own mark need not move. */
    @Test
    void anEventToldToMoreBreaksAConfidence() {
        var type = RequestEvent.RequestSubmitted.class;
        var proposed = Published.schema(type);
        ((ObjectNode) proposed.at("/properties/requestId")).put(Audience.KEYWORD, "public");
        ((ObjectNode) proposed.at("/properties/articles")).put(Audience.KEYWORD, "public");

        assertThat(proposal(type, proposed).lines())
                .anyMatch(
                        line -> line.contains(" at /data/articles/*/nameEn because its audience"));
    }

    @Test
    void aFieldToldToFewerIsSafe() {
        assertThat(
                        proposal(
                                        schema ->
                                                ((ObjectNode) schema.at("/properties/decision"))
                                                        .put(Audience.KEYWORD, "regulator"))
                                .lines())
                .containsExactly("safe org.whitelane.approval.ind-recorded.v1");
    }

    @Test
    void anElementOfAnotherTypeBreaksWithinTheList() {
        breaks(
                schema ->
                        ((ObjectNode) schema.at("/$defs/product/properties/indications/items"))
                                .put("type", "integer"),
                "/data/product/indications/* because type changed",
                "refused by readers of");
    }

    private static void breaks(Consumer<JsonNode> change, String... says) {
        var lines = proposal(change).lines();
        System.out.println(lines.getFirst());

        assertThat(lines)
                .first()
                .asString()
                .startsWith("breaks org.whitelane.approval.ind-recorded.v1 at ")
                .contains(says);
    }

    private static SchemaProposal proposal(Consumer<JsonNode> change) {
        var type = ApprovalEvent.IndRecorded.class;
        var proposed = Published.schema(type);
        change.accept(proposed);
        return proposal(type, proposed);
    }

    private static SchemaProposal proposal(Class<? extends EventPayload> type, JsonNode proposed) {
        return new SchemaProposal(
                EventTypes.typeOf(type),
                Published.schema(type),
                proposed,
                Published.JSON.readTree(Published.sample(type)));
    }

    private static void remove(JsonNode list, String value) {
        for (int i = 0; i < list.size(); i++) {
            if (list.path(i).asString().equals(value)) {
                ((ArrayNode) list).remove(i);
            }
        }
    }

    private static void addTo(JsonNode node) {
        node.forEach(EvolutionTests::addTo);
        if (node instanceof ObjectNode object) {
            object.putObject("ofAReleaseToCome").put("deep", List.of(1, 2).toString());
        }
    }

    /** Values such as {@code SERIOUS_DISHONESTY}: a release to come may have others. */
    private static int replaceCodes(JsonNode node) {
        int replaced = 0;
        for (var field : List.copyOf(node.properties())) {
            if (field.getValue().isString()
                    && field.getValue().stringValue().matches("[A-Z][A-Z]+(_[A-Z]+)*")
                    && node instanceof ObjectNode object
                    && !field.getKey().matches(".*[cC]ountry|.*Code")) {
                object.put(field.getKey(), "SOMETHING_OF_A_RELEASE_TO_COME");
                replaced++;
            }
        }
        for (var child : node) {
            replaced += replaceCodes(child);
        }
        return replaced;
    }
}
