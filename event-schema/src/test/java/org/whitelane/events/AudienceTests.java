package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.whitelane.events.Audience.OWNER;
import static org.whitelane.events.Audience.PUBLIC;
import static org.whitelane.events.Audience.REGULATOR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every field says whom it is for, records and schemas say the same, and no mask shows more. */
class AudienceTests {

    static Stream<Class<? extends EventPayload>> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldSaysWhomItIsFor(Class<? extends EventPayload> type) {
        assertThat(RecordMarks.of(type)).doesNotContainValue("nobody");
    }

    @Test
    void aFieldThatSaysItNotIsFoundAndShownToNobody() {
        record Forgetful(@For(PUBLIC) String id, String reason) {}

        assertThat(RecordMarks.of(Forgetful.class)).containsEntry("/reason", "nobody");
        assertThatThrownBy(() -> Audiences.mark(Forgetful.class, "id"))
                .hasMessage("Forgetful.reason says not whom it is for: it has no @For");
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaSaysWhatTheRecordSays(Class<? extends EventPayload> type) {
        assertThat(SchemaAudiences.marks(Published.schema(type)))
                .containsExactlyEntriesOf(RecordMarks.of(type));
    }

    @Test
    void aSchemaThatSaysItNotIsSeen() {
        var type = ApprovalEvent.IndRecorded.class;
        var schema = Published.schema(type);
        ((ObjectNode) schema.at("/$defs/product/properties/sponsor")).remove(Audience.KEYWORD);

        assertThat(SchemaAudiences.marks(schema))
                .containsEntry("/product/sponsor", "nobody")
                .isNotEqualTo(RecordMarks.of(type));
    }

    /** So whoever may see anything of an event may see which object it is about. */
    @ParameterizedTest
    @MethodSource("types")
    void theKeyIsFirstAndNothingIsWider(Class<? extends EventPayload> type) {
        var key = Audiences.of(type);

        assertThat(key).isEqualTo(Audiences.at(type, "/" + keyOf(type)).orElseThrow());
        for (var component : type.getRecordComponents()) {
            assertThat(component.getAnnotation(For.class).value())
                    .as(component.getName())
                    .isGreaterThanOrEqualTo(key);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachAudienceSeesWhatTheSchemaLetsItSeeAndNothingElse(Class<? extends EventPayload> type) {
        var allowed = SchemaAudiences.of(Published.schema(type));
        for (var file : Published.samples(type)) {
            var whole = leaves(Published.JSON.readTree(Published.bytes(file)));
            for (var audience : Audience.values()) {
                var expected = new TreeMap<String, JsonNode>(whole);
                expected.keySet().removeIf(place -> !sees(audience, allowed, place));
                var seen = Audiences.view(type, Published.bytes(file), audience);

                assertThat(seen.map(AudienceTests::leaves).orElse(new TreeMap<>()))
                        .as("%s of %s", audience, file.getFileName())
                        .isEqualTo(expected);
                assertThat(seen.isPresent()).isEqualTo(!expected.isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void placesAreForWhomTheSchemaSays(Class<? extends EventPayload> type) {
        var allowed = SchemaAudiences.of(Published.schema(type));

        allowed.forEach(
                (path, audience) ->
                        assertThat(Audiences.at(type, path)).as(path).contains(audience));
        assertThat(Audiences.at(type, "/" + keyOf(type) + "/deeper")).isEmpty();
        assertThat(Audiences.at(type, "/nothingOfTheSort")).isEmpty();
    }

    /** Else the marks would be of no use, and the tests above no tests. */
    @Test
    void thereIsSomethingForEveryAudience() {
        assertThat(Audiences.toldTo(PUBLIC))
                .contains(
                        ApprovalEvent.IndRecorded.class,
                        BatchEvent.BatchPublished.class,
                        EntryEvent.EntryActivated.class)
                .doesNotContain(
                        RequestEvent.RequestSubmitted.class,
                        EntryEvent.QuotaUsed.class,
                        RegistryEvent.OrganisationRegistered.class);
        assertThat(Audiences.toldTo(OWNER))
                .containsAll(Audiences.toldTo(PUBLIC))
                .doesNotContain(RequestEvent.OpinionGiven.class);
        assertThat(Audiences.toldTo(REGULATOR)).isEqualTo(EventTypes.all());
    }

    @Test
    void whatTheListsMaskIsPublicNowhere() {
        var type = EntryEvent.EntryActivated.class;

        assertThat(Audiences.at(type, "/article/nameEn")).contains(PUBLIC);
        assertThat(Audiences.at(type, "/article/quantity/amount")).contains(OWNER);
        assertThat(Audiences.at(type, "/article/manufacturer")).contains(OWNER);
        assertThat(Audiences.at(type, "/organisationVersion")).contains(REGULATOR);
        assertThat(Audiences.at(RequestEvent.RequestSubmitted.class, "/articles/*/nameEn"))
                .contains(OWNER);
    }

    @ParameterizedTest
    @MethodSource("types")
    void fieldsOfAReleaseToComeAreShownToNobody(Class<? extends EventPayload> type) {
        var data = Published.JSON.readTree(Published.sample(type));
        addTo(data);
        var value = Published.JSON.writeValueAsBytes(data);

        assertThat(value).asString().contains("secretOfAReleaseToCome");
        for (var audience : Audience.values()) {
            assertThat(Audiences.view(type, value, audience).toString())
                    .doesNotContain("secretOfAReleaseToCome");
        }
    }

    /** So that what the public may see of them is an event still, and mail is made of that. */
    @ParameterizedTest
    @MethodSource("types")
    void ofWhatIsMailedEverybodyMaySeeWhatIsRequired(Class<? extends EventPayload> type) {
        if (EventTypes.isMailed(type)) {
            var event = Samples.read(type, Published.sample(type));
            var seen = Audiences.masked(event, PUBLIC).orElseThrow();
            var smallest = Samples.read(type, Samples.withoutOptionals(type));

            assertThat(seen.subject()).isEqualTo(event.subject());
            assertThat(Audiences.masked(smallest, PUBLIC)).contains(smallest);
        }
    }

    @Test
    void whatCannotBeAnEventWithoutItsSecretsIsNotMasked() {
        var type = EntryEvent.EntryActivated.class;
        var event = Samples.read(type, Published.sample(type));

        assertThatThrownBy(() -> Audiences.masked(event, PUBLIC))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("EntryActivated cannot be masked");
        assertThat(Audiences.masked(event, REGULATOR)).contains(event);
    }

    @ParameterizedTest
    @MethodSource("types")
    void nobodyIsToldMoreThanWasPublished(Class<? extends EventPayload> type) {
        var name = EventTypes.typeOf(type);
        var frozen = FrozenAudiences.of(name);
        var toAdd = new ArrayList<String>();
        SchemaAudiences.of(Published.schema(type))
                .forEach(
                        (path, audience) -> {
                            if (frozen.get(path) != audience) {
                                toAdd.add(FrozenAudiences.line(name, path, audience));
                            }
                        });

        assertThat(SchemaAudiences.faults(frozen, Published.schema(type))).isEmpty();
        assertThat(toAdd).as("lines to add to " + FrozenAudiences.FILE).isEmpty();
    }

    private static boolean sees(Audience audience, Map<String, Audience> allowed, String place) {
        var field = place.replaceAll("/\\d+", "/*").replaceAll("/\\*$", "");
        return Objects.requireNonNull(allowed.get(field), field).ordinal() <= audience.ordinal();
    }

    /** Values by their place; an empty list is one. */
    private static TreeMap<String, JsonNode> leaves(JsonNode data) {
        var leaves = new TreeMap<String, JsonNode>();
        addLeaves(data, "", leaves);
        return leaves;
    }

    private static void addLeaves(JsonNode data, String place, Map<String, JsonNode> leaves) {
        if (data.isEmpty()) {
            leaves.put(place, data);
        }
        data.properties()
                .forEach(
                        field -> addLeaves(field.getValue(), place + "/" + field.getKey(), leaves));
        for (int i = 0; data.isArray() && i < data.size(); i++) {
            addLeaves(data.path(i), place + "/" + i, leaves);
        }
    }

    private static void addTo(JsonNode node) {
        node.forEach(AudienceTests::addTo);
        if (node instanceof ObjectNode object) {
            object.put("later", "secretOfAReleaseToCome");
        }
    }

    private static String keyOf(Class<? extends EventPayload> type) {
        return type.getRecordComponents()[0].getName();
    }
}
