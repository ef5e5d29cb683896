package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTests {

    @ParameterizedTest
    @EnumSource
    void nameFollowsTheGrammar(Topic topic) {
        assertThat(topic.topicName())
                .matches(
                        "whitelane\\.(registry|whitelist|approval|notification)\\.[a-z-]+\\.v[1-9]");
        assertThat(Topic.named(topic.topicName())).contains(topic);
    }

    @ParameterizedTest
    @EnumSource
    void carriesAtLeastOneType(Topic topic) {
        assertThat(EventTypes.all()).anyMatch(type -> EventTypes.topicOf(type) == topic);
    }

    /** Part of the wire format: another number would break the order per aggregate. */
    @Test
    void partitionsAreFrozen() {
        assertThat(Topic.PARTITIONS).isEqualTo(6);
    }

    /** A published name is never changed. */
    @Test
    void namesAreFrozen() {
        assertThat(Topic.values())
                .extracting(Topic::topicName)
                .contains(
                        "whitelane.registry.organisation.v1",
                        "whitelane.registry.calendar.v1",
                        "whitelane.whitelist.scheme.v1",
                        "whitelane.whitelist.request.v1",
                        "whitelane.whitelist.batch.v1",
                        "whitelane.whitelist.entry.v1",
                        "whitelane.whitelist.declaration.v1",
                        "whitelane.whitelist.unit.v1",
                        "whitelane.whitelist.ban.v1",
                        "whitelane.approval.registration.v1",
                        "whitelane.notification.subscription.v1");
    }

    @Test
    void anUnknownNameIsNoTopic() {
        assertThat(Topic.named("whitelane.registry.internal")).isEmpty();
    }
}
