package org.whitelane.whitelist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.support.Pilot;
import org.whitelane.whitelist.support.PilotJourney;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Shanghai's second scheme, which was in force until 2025-07-31, in an instance whose clock shows
 * the month of its sixth list.
 */
@Import(EndedPilotScenarioTests.April2024.class)
@DirtiesContext // an instance that lives in another year is not left running beside the others
@Tag("slow")
class EndedPilotScenarioTests extends ServiceTestBase {

    @Autowired private Clock clock;

    @Test
    void goesFromTheRequestToTheUsedUpQuantityInItsTime() {
        var journey = new PilotJourney(this, Pilot.SHANGHAI_2_0, LegalDays.today(clock));
        var request = journey.recognised();
        var another = journey.recognised();

        journey.usesUp(journey.listed(request));

        // one list each month
        var early = journey.publish(another);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("cadence-not-reached");
        assertThat(early.text("detail")).contains("2024-05-01");
    }

    @TestConfiguration
    static class April2024 {

        @Bean
        Clock clock() {
            var then = Instant.parse("2024-04-08T02:00:00Z");
            return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), then));
        }
    }
}
