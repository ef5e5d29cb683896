package org.whitelane.notification.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.events.ApprovalEvent.IndRecorded;
import org.whitelane.events.ApprovalEvent.PartialDate;
import org.whitelane.events.ApprovalEvent.Product;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.events.Correction.Supersedes;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.events.EventTypes;
import org.whitelane.notification.Samples;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
        var expected = Samples.ind();
        var event =
                new IndRecorded(
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
        assertThat(AlertFactory.alertFor(envelope(expected.eventId(), event))).contains(expected);
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
