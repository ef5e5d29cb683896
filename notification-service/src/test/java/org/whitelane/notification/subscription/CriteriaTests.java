package org.whitelane.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.notification.Samples;
import org.whitelane.notification.alert.Alert;
import org.whitelane.notification.alert.AlertKind;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class CriteriaTests {

    private static final Alert BATCH = Samples.batch();
    private static final Alert IND = Samples.ind();

    private static final Criteria YES = new Criteria.All(List.of());
    private static final Criteria NO = new Criteria.Any(List.of());

    static Stream<Arguments> table() {
        return Stream.of(
                arguments(new Criteria.KindIs(AlertKind.BATCH_PUBLISHED), true, false),
                arguments(new Criteria.KindIs(AlertKind.IND_RECORDED), false, true),
                arguments(new Criteria.SchemeIn(Set.of("TJ-2022", "SH-2024")), true, false),
                arguments(new Criteria.SchemeIn(Set.of("SH-2024")), false, false),
                arguments(new Criteria.SchemeIn(Set.of()), false, false),
                arguments(new Criteria.SponsorIn(Set.of("示例生物（天津）有限公司")), false, true),
                arguments(new Criteria.SponsorIn(Set.of("示例生物(天津) 有限公司")), false, true),
                arguments(new Criteria.SponsorIn(Set.of("示例生物")), false, false),
                arguments(new Criteria.AnyKeyword(Set.of("tianjin")), true, false),
                arguments(new Criteria.AnyKeyword(Set.of("津市监")), true, false),
                arguments(new Criteria.AnyKeyword(Set.of("ＰＤ－１")), false, true),
                arguments(new Criteria.AnyKeyword(Set.of("实体瘤", "xyz")), false, true),
                arguments(new Criteria.AnyKeyword(Set.of("cxsl2200037")), false, true),
                arguments(new Criteria.AnyKeyword(Set.of("xyz")), false, false),
                arguments(YES, true, true),
                arguments(NO, false, false),
                arguments(new Criteria.All(List.of(YES, NO)), false, false),
                arguments(new Criteria.Any(List.of(YES, NO)), true, true));
    }

    @ParameterizedTest
    @MethodSource("table")
    void matches(Criteria criteria, boolean batch, boolean ind) {
        assertThat(criteria.matches(BATCH)).isEqualTo(batch);
        assertThat(criteria.matches(IND)).isEqualTo(ind);
    }

    @ParameterizedTest
    @MethodSource("table")
    void comesBackFromJson(Criteria criteria, boolean batch, boolean ind) {
        var mapper = JsonMapper.builder().build();
        var json = mapper.writerFor(Criteria.class).writeValueAsString(criteria);
        assertThat(mapper.readValue(json, Criteria.class)).isEqualTo(criteria);
    }
}
