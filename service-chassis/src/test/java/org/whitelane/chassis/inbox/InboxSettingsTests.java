package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class InboxSettingsTests {

    private static InboxSettings settings(
            int tries, String backOff, String pauseMax, int pollRecords) {
        return new InboxSettings(
                1,
                tries,
                Duration.parse(backOff),
                Duration.ofMillis(500),
                Duration.parse(pauseMax),
                pollRecords,
                Duration.ofSeconds(5));
    }

    @Test
    void takesTheDefaults() {
        assertThatCode(() -> settings(4, "PT0.1S", "PT10S", 50)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatWouldMakeTheGroupRebalance() {
        assertThatThrownBy(() -> settings(4, "PT1S", "PT10S", 500))
                .hasMessageContaining("longer than PT2M");
        assertThatThrownBy(() -> settings(4, "PT0.1S", "PT5M", 50))
                .hasMessageContaining("longer than PT2M");
    }

    @Test
    void refusesNoTryAndNoRecord() {
        assertThatThrownBy(() -> settings(0, "PT0.1S", "PT10S", 50))
                .hasMessageContaining("begin at 1");
        assertThatThrownBy(() -> settings(4, "PT0.1S", "PT10S", 0))
                .hasMessageContaining("begin at 1");
    }
}
