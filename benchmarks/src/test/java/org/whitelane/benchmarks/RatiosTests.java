package org.whitelane.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class RatiosTests {

    @Test
    void takesTheMiddleOfTheTurns() {
        assertThat(Ratios.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Ratios(2, 1, 9));
        assertThat(Ratios.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Ratios(3, 1, 9));
        assertThat(Ratios.of(List.of(5.0))).isEqualTo(new Ratios(5, 5, 5));
    }

    @Test
    void dividesTurnByTurnSoThatOneSlowTurnDecidesNothing() {
        // the machine stalled in the second turn, on both sides
        var ours = List.of(2.0, 200.0, 3.0);
        var limit = List.of(1.0, 100.0, 1.0);
        assertThat(Ratios.between(ours, limit)).isEqualTo(new Ratios(2, 2, 3));
    }

    @Test
    void refusesTurnsWithOneSide() {
        assertThatThrownBy(() -> Ratios.between(List.of(1.0, 2.0), List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ratios.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
