package org.whitelane.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whitelane.events.Topic;

import java.util.List;

class TypeFilterTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();

    @Test
    void letsThroughWhatIsNamedOrBeginsSo() {
        assertThat(filter("a.b").lets("a.b")).isTrue();
        assertThat(filter("a.b").lets("a.bc")).isFalse();
        assertThat(filter("a.b*").lets("a.bc")).isTrue();
        assertThat(filter("a.b*", "z").lets("a.c")).isFalse();
        assertThat(TypeFilter.ALL.lets("anything")).isTrue();
        assertThat(filter().lets("anything")).isFalse();
    }

    @Test
    void ofTwoOnlyWhatBothLetThroughIsLeft() {
        assertThat(filter("a*", "x").and(filter("ab", "ac*", "y"))).isEqualTo(filter("ab", "ac*"));
        assertThat(filter("ab").and(TypeFilter.ALL)).isEqualTo(filter("ab"));
        assertThat(filter("a").and(filter("b"))).isEqualTo(filter());
    }

    @Test
    void whatFitsNoTypeOfTheStreamIsAFault() {
        assertThat(faults("org.whitelane.registry.credit-flag-raised.v1", "org.*")).isEmpty();
        assertThat(faults("org.whitelane.registry.calendar-imported.v1")).hasSize(1);
        assertThat(faults("org.*", "")).hasSize(1);
        assertThat(faults("org.whitelane.registry.credit-flag-raised.v1*x")).hasSize(1);
        assertThat(faults()).hasSize(1);
    }

    private static List<?> faults(String... patterns) {
        return TypeFilter.faults("/types", List.of(patterns), STREAM);
    }

    private static TypeFilter filter(String... patterns) {
        return new TypeFilter(List.of(patterns));
    }
}
