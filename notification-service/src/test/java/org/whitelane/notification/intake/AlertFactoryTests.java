package org.whitelane.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.events.ApprovalEvent.IndCorrected;
import org.whitelane.events.ApprovalEvent.IndRecorded;
import org.whitelane.events.ApprovalEvent.PartialDate;
import org.whitelane.events.ApprovalEvent.Product;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.events.Correction.Supersedes;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.events.EventTypes;
import org.whitelane.notification.Samples;
import org.whitelane.notification.message.Voices;
import org.whitelane.notification.subscription.MailLocale;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class AlertFactoryTests {

    static Stream<Class<? extends EventPayload>> everyType() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void mailsExactlyWhatTheContractSaysIsMailed(Class<? extends EventPayload> type) {
        var event = (EventPayload) sample(type);
        assertThat(AlertFactory.alertFor(envelope(UUID.randomUUID(), event)).isPresent())
                .isEqualTo(EventTypes.isMailed(type));
    }

    @Test
    void listensToTheTopicsThatCarryMailedEvents() {
        var mailed =
                EventTypes.all().stream()
                        .filter(EventTypes::isMailed)
                        .map(EventTypes::topicOf)
                        .collect(Collectors.toSet());
        assertThat(MailIntakeListener.TOPICS).isEqualTo(mailed);
    }

    @Test
    void tellsOfABatchWithoutItsEntries() {
        var expected = Samples.batch();
        var event =
                new BatchPublished(
                        "b",
                        expected.scheme(),
                        expected.schemeNameZh(),
                        expected.schemeNameEn(),
                        expected.number(),
                        expected.decisionDocument(),
                        expected.publishedOn(),
                        expected.organisations(),
                        expected.entries(),
                        List.of("e1", "e2"),
                        "digest",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        assertThat(AlertFactory.alertFor(envelope(expected.eventId(), event))).contains(expected);
    }

    @Test
    void tellsOfAnApproval() {
        assertThat(AlertFactory.alertFor(envelope(Samples.ind().eventId(), recorded())))
                .contains(Samples.ind());
    }

    /**
     * Else the correction of a fact would tell its reader nothing. Where a date was read is told of
     * the correction only; ids are in the link and in what is superseded.
     */
    @ParameterizedTest
    @EnumSource(MailLocale.class)
    void aLetterShowsEveryFactThatACorrectionCanChange(MailLocale locale) {
        var mapper = JsonMapper.shared();
        var event = (ObjectNode) mapper.valueToTree(recorded());
        event.put("reason", "a typing error").put("source", "CDE");
        var supersedes = new Supersedes(UUID.randomUUID().toString(), "t", 1);
        event.set("supersedes", mapper.valueToTree(supersedes));
        var told = letter(event, locale);
        var facts = facts("", event).toList();
        assertThat(facts).contains("/product/modality", "/announcedOn/value");
        for (var fact : facts) {
            assertThat(letter(changed(event, fact), locale)).as(fact).isNotEqualTo(told);
        }
    }

    private static String letter(ObjectNode event, MailLocale locale) {
        var data = JsonMapper.shared().treeToValue(event, IndCorrected.class);
        var alert = AlertFactory.alertFor(envelope(UUID.randomUUID(), data)).orElseThrow();
        return Voices.composer().about(alert, locale, "tok").text();
    }

    private static Stream<String> facts(String place, JsonNode value) {
        if (value.isObject() && !place.equals("/supersedes")) {
            return value.properties().stream()
                    .flatMap(fact -> facts(place + "/" + fact.getKey(), fact.getValue()));
        }
        var told = Set.of("/registrationId", "/supersedes").contains(place);
        return told || place.matches("/\\w+On/source") ? Stream.empty() : Stream.of(place);
    }

    private static ObjectNode changed(ObjectNode event, String fact) {
        var copy = event.deepCopy();
        var pointer = JsonPointer.compile(fact);
        var owner = (ObjectNode) copy.at(pointer.head());
        var name = pointer.last().getMatchingProperty();
        var was = owner.required(name);
        if (was.isBoolean()) {
            owner.put(name, !was.booleanValue());
        } else if (was.isArray()) {
            owner.putArray(name).add("another");
        } else {
            owner.put(name, "another");
        }
        return copy;
    }

    private static IndRecorded recorded() {
        var expected = Samples.ind();
        return new IndRecorded(
                expected.registrationId(),
                expected.acceptanceNumber(),
                expected.noticeNumber(),
                new Product(
                        expected.productZh(),
                        expected.productEn(),
                        expected.strength(),
                        expected.sponsor(),
                        "BIOLOGIC",
                        expected.registrationClass(),
                        false,
                        expected.indications()),
                expected.decision(),
                new PartialDate("2022-01-21", "CDE"),
                new PartialDate("2022-04", "CDE"),
                new PartialDate("2022-05-10", "CDE"));
    }

    private static EventEnvelope<EventPayload> envelope(UUID id, EventPayload data) {
        return new EventEnvelope<>(
                id, "t", "s", data.subject(), Samples.NOW, 1, null, null, data, null);
    }

    /** Any value will do: the factory looks at the type. */
    private static Object sample(Class<?> type) {
        try {
            var components = type.getRecordComponents();
            var types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            var values = Arrays.stream(types).map(AlertFactoryTests::value).toArray();
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Object value(Class<?> type) {
        if (type == String.class) {
            return "2026-11-20";
        }
        if (type == Supersedes.class) {
            return new Supersedes(UUID.randomUUID().toString(), "t", 1);
        }
        if (type == List.class) {
            return List.of();
        }
        if (type.isRecord()) {
            return sample(type);
        }
        return switch (type.getName()) {
            case "int", "java.lang.Integer" -> 1;
            case "long", "java.lang.Long" -> 1L;
            case "boolean", "java.lang.Boolean" -> true;
            case "java.time.Instant" -> Instant.EPOCH;
            default -> null;
        };
    }
}
