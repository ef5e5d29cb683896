package org.whitelane.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

class TurnTests {

    @Test
    void countsFromTheFactToTheFirstSight() {
        var facts = new HashMap<String, Long>();
        var sights = new HashMap<String, Long>();
        for (int i = 1; i <= 100; i++) {
            facts.put("e" + i, i * 1_000L);
            sights.put("e" + i, i * 1_000L + i * 1_000_000L);
        }
        var turn = Turn.of(facts, sights, 50, 200);
        assertThat(turn.p50()).isCloseTo(50, within(0.1));
        assertThat(turn.p95()).isCloseTo(95, within(0.1));
        assertThat(turn.p99()).isCloseTo(99, within(0.1));
        assertThat(turn.cpuMillis()).isEqualTo(0.5);
        assertThat(turn.allCpuMillis()).isEqualTo(2);
        assertThat(turn.early()).isZero();
    }

    @Test
    void saysWhatArrivedBeforeItsSenderKnew() {
        var turn =
                Turn.of(Map.of("a", 5_000_000L, "b", 0L), Map.of("a", 4_000_000L, "b", 0L), 0, 0);
        assertThat(turn.early()).isEqualTo(1);
        assertThat(turn.p99()).isZero();
    }

    @Test
    void refusesAnEventThatDidNotArrive() {
        assertThatThrownBy(() -> Turn.of(Map.of("a", 1L), Map.of(), 0, 0))
                .hasMessageContaining("a did not arrive");
    }
}
