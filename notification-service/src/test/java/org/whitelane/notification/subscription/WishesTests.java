package org.whitelane.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.whitelane.notification.alert.AlertKind.BATCH_PUBLISHED;
import static org.whitelane.notification.alert.AlertKind.IND_RECORDED;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.notification.Samples;
import org.whitelane.notification.alert.AlertKind;

import java.util.Set;
import java.util.stream.Stream;

class WishesTests {

    private static final Set<AlertKind> NONE = Set.of();
    private static final Set<String> NOTHING = Set.of();
    private static final Set<String> SPONSOR = Set.of("示例生物（天津）有限公司");

    static Stream<Arguments> table() {
        return Stream.of(
                // kinds, schemes, sponsors, keywords → batch?, ind?
                arguments(NONE, NOTHING, NOTHING, NOTHING, true, true),
                arguments(Set.of(BATCH_PUBLISHED), NOTHING, NOTHING, NOTHING, true, false),
                arguments(
                        Set.of(BATCH_PUBLISHED, IND_RECORDED),
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        true,
                        true),
                // schemes mean batches, sponsors mean approvals
                arguments(NONE, Set.of("TJ-2022"), NOTHING, NOTHING, true, false),
                arguments(NONE, Set.of("SH-2024"), NOTHING, NOTHING, false, false),
                arguments(NONE, NOTHING, SPONSOR, NOTHING, false, true),
                arguments(NONE, NOTHING, Set.of("another"), NOTHING, false, false),
                arguments(NONE, Set.of("TJ-2022"), SPONSOR, NOTHING, true, true),
                // a list narrows only the kinds that have such a property
                arguments(
                        Set.of(BATCH_PUBLISHED, IND_RECORDED),
                        Set.of("SH-2024"),
                        NOTHING,
                        NOTHING,
                        false,
                        true),
                arguments(Set.of(IND_RECORDED), Set.of("SH-2024"), NOTHING, NOTHING, false, true),
                // keywords narrow everything
                arguments(NONE, NOTHING, NOTHING, Set.of("PD-1"), false, true),
                arguments(NONE, Set.of("TJ-2022"), NOTHING, Set.of("PD-1"), false, false),
                arguments(
                        Set.of(BATCH_PUBLISHED), NOTHING, NOTHING, Set.of("Tianjin"), true, false));
    }

    @ParameterizedTest
    @MethodSource("table")
    void becomeCriteria(
            Set<AlertKind> kinds,
            Set<String> schemes,
            Set<String> sponsors,
            Set<String> keywords,
            boolean batch,
            boolean ind) {
        var criteria = new Wishes(kinds, schemes, sponsors, keywords).toCriteria();
        assertThat(criteria.matches(Samples.batch())).isEqualTo(batch);
        assertThat(criteria.matches(Samples.ind())).isEqualTo(ind);
    }
}
