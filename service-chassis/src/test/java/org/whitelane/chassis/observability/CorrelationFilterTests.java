package org.whitelane.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationFilterTests {

    @Test
    void keepsAHarmlessId() {
        assertThat(CorrelationFilter.idOf("0199-abc.D_e")).isEqualTo("0199-abc.D_e");
        assertThat(CorrelationFilter.idOf("x".repeat(64))).hasSize(64);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a\nb", "{}", "-a", "../x", "汉"})
    void replacesAnyOther(@Nullable String offered) {
        assertThat(CorrelationFilter.idOf(offered)).hasSize(36);
        assertThat(CorrelationFilter.idOf("x".repeat(65))).hasSize(36);
    }
}
