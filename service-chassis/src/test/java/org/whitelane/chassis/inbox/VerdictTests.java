package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTests {

    private static final int FAR = 12;

    @Test
    void appliesExactlyTheNextVersionOfAnOpenLane() {
        for (long last = 0; last < FAR; last++) {
            for (long version = 1; version < FAR; version++) {
                for (boolean blocked : new boolean[] {false, true}) {
                    assertThat(Verdict.of(last, blocked, version))
                            .as("last %d, version %d, blocked %s", last, version, blocked)
                            .isEqualTo(expected(last, blocked, version));
                }
            }
        }
    }

    @Test
    void staysRightAtTheEndOfTheNumbers() {
        assertThat(Verdict.of(999_999_999_999_999_998L, false, 999_999_999_999_999_999L))
                .isEqualTo(Verdict.APPLY);
        assertThat(Verdict.of(999_999_999_999_999_999L, true, 1)).isEqualTo(Verdict.DUPLICATE);
    }

    private static Verdict expected(long last, boolean blocked, long version) {
        long distance = version - last;
        if (distance < 1) {
            return Verdict.DUPLICATE;
        }
        return distance == 1 && !blocked ? Verdict.APPLY : Verdict.WAIT;
    }
}
