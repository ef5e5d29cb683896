package org.whitelane.whitelist;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.support.Pilot;
import org.whitelane.whitelist.support.PilotJourney;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.time.Clock;
import java.util.List;

/** Schemes in force, from the request to the used-up quantity. */
class PilotScenarioTests extends ServiceTestBase {

    static final List<Pilot> IN_FORCE =
            List.of(Pilot.BEIJING_2022, Pilot.SHANGHAI_2024, Pilot.GUANGZHOU_GDD);

    @ParameterizedTest
    @FieldSource("IN_FORCE")
    void goesFromTheRequestToTheUsedUpQuantity(Pilot pilot) {
        var journey = new PilotJourney(this, pilot, LegalDays.today(Clock.systemUTC()));

        var entry = journey.listed(journey.recognised());

        journey.usesUp(entry);
    }
}
