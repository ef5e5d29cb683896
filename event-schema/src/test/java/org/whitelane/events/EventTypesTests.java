package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.stream.Stream;

class EventTypesTests {

    static Stream<Class<? extends EventPayload>> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeFollowsTheGrammarAndTheRecord(Class<? extends EventPayload> type) {
        var kebab =
                type.getSimpleName()
                        .replaceAll("(?<=.)(?=[A-Z])", "-")
                        .toLowerCase(java.util.Locale.ROOT);

        assertThat(EventTypes.typeOf(type))
                .isEqualTo(
                        "org.whitelane.%s.%s.v1"
                                .formatted(EventTypes.topicOf(type).context(), kebab));
        assertThat(EventTypes.forType(EventTypes.typeOf(type))).contains(type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void contextsPublishToTheirOwnTopicsOnly(Class<? extends EventPayload> type) {
        var family =
                Arrays.stream(EventPayload.class.getPermittedSubclasses())
                        .filter(context -> context.isAssignableFrom(type))
                        .findFirst()
                        .orElseThrow();

        assertThat(EventTypes.topicOf(type).context())
                .isEqualToIgnoringCase(family.getSimpleName().replace("Event", ""));
    }

    @Test
    void entriesOfABatchAreNotMailed() {
        assertThat(EventTypes.all().stream().filter(EventTypes::isMailed))
                .containsExactlyInAnyOrder(
                        BatchEvent.BatchPublished.class,
                        ApprovalEvent.IndRecorded.class,
                        ApprovalEvent.IndCorrected.class,
                        ApprovalEvent.IndRevoked.class);
    }

    @Test
    void anUnknownTypeIsNoType() {
        assertThat(EventTypes.forType("org.whitelane.registry.organisation-registered.v2"))
                .isEmpty();
    }
}
