package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of docs/events.md say what the code says. */
class CatalogueTests {

    private static final Map<String, String> SERVICES =
            Map.of(
                    "registry", "registry-service",
                    "whitelist", "import-whitelist-service",
                    "approval", "approval-service",
                    "notification", "notification-service");

    private static final Map<String, List<String>> CATALOGUE = EventsDocument.catalogue();
    private static final Map<String, List<String>> SHAPES = EventsDocument.shapes();

    static Stream<Class<? extends EventPayload>> types() {
        return EventTypes.all().stream();
    }

    @Test
    void listsEveryTypeOnceInTheOrderOfTheCode() {
        assertThat(CATALOGUE.keySet())
                .containsExactlyElementsOf(
                        EventTypes.all().stream().map(EventTypes::typeOf).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void rowSaysWhatTheCodeSays(Class<? extends EventPayload> type) {
        var row = row(type);

        assertThat(row.get(1)).isEqualTo(EventTypes.topicOf(type).topicName());
        assertThat(row.get(3)).isEqualTo(SERVICES.get(EventTypes.topicOf(type).context()));
        assertThat(row.get(5)).isEqualTo(EventTypes.isMailed(type) ? "yes" : "no");
        assertThat(row.get(6)).isEqualTo(fields(type));
        assertThat(row.get(7)).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("types")
    void keyIsTheSubjectOfTheEvent(Class<? extends EventPayload> type) {
        var key = row(type).get(2);
        var sample = Published.JSON.readTree(Published.sample(type));
        var subject = Samples.read(type, Published.sample(type)).subject();

        assertThat(
                        key.equals("CN-<year>")
                                ? "CN-" + sample.path("year").asInt()
                                : sample.path(key).asString())
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @MethodSource("types")
    void consumersAreServicesOtherThanTheProducer(Class<? extends EventPayload> type) {
        var row = row(type);
        var consumers = Set.of(row.get(4).split(", "));

        assertThat(consumers).isNotEmpty().doesNotContain(row.get(3));
        assertThat(consumers)
                .allSatisfy(
                        name ->
                                assertThat(name.equals("—") || SERVICES.containsValue(name))
                                        .isTrue());
        if (EventTypes.isMailed(type)) {
            assertThat(consumers).contains("notification-service");
        }
    }

    @Test
    void shapesAreTheNestedRecords() {
        var nested =
                EventTypes.all().stream()
                        .flatMap(CatalogueTests::families)
                        .flatMap(family -> Arrays.stream(family.getDeclaredClasses()))
                        .filter(
                                part ->
                                        part.isRecord()
                                                && !EventPayload.class.isAssignableFrom(part))
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        CatalogueTests::shapeName, CatalogueTests::fields));

        assertThat(SHAPES.keySet()).isEqualTo(nested.keySet());
        nested.forEach(
                (name, fields) ->
                        assertThat(SHAPES.get(name)).as(name).element(1).isEqualTo(fields));
    }

    /** What a record is a kind of, up to what all events are. */
    private static Stream<Class<?>> families(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .flatMap(family -> Stream.concat(Stream.of(family), families(family)));
    }

    @Test
    void documentGivesTheHeadersOfTheCodec() {
        var headers = Samples.headers(ApprovalEvent.IndRecorded.class, "s").keySet();

        assertThat(EventsDocument.headers().keySet())
                .containsAll(headers)
                .hasSize(headers.size() + 2); // causation id and trace context are absent there
    }

    @Test
    void documentGivesTheAlgorithmOfTheChain() throws IOException {
        var source = Files.readString(Path.of("src/main/java/org/whitelane/events/Chain.java"));
        var formula =
                source.substring(source.indexOf("<pre>") + 5, source.indexOf("</pre>"))
                        .replace(" * ", "")
                        .strip();

        assertThat(oneSpace(Files.readString(EventsDocument.FILE)))
                .contains(oneSpace(formula.replaceAll("\\*", "")));
    }

    private static String oneSpace(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static List<String> row(Class<? extends EventPayload> type) {
        return Objects.requireNonNull(CATALOGUE.get(EventTypes.typeOf(type)), "no row for " + type);
    }

    private static String fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(CatalogueTests::field)
                .collect(Collectors.joining(", "));
    }

    private static String field(RecordComponent component) {
        var optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        var name =
                component.getName()
                        + (component.getType() == List.class ? "[]" : "")
                        + (optional ? "?" : "");
        return switch (component.getAnnotation(For.class).value()) {
            case PUBLIC -> "**" + name + "**";
            case OWNER -> name;
            case REGULATOR -> "*" + name + "*";
        };
    }

    private static String shapeName(Class<?> record) {
        var name = record.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
