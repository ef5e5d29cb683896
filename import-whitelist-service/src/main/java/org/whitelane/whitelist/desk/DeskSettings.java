package org.whitelane.whitelist.desk;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** Ours to choose: no rule of the field says it. */
@Component
class DeskSettings {

    private final Duration claimDuration;
    private final int leadDays;

    DeskSettings(
            @Value("${whitelane.desk.claim-duration:PT4H}") Duration claimDuration,
            @Value("${whitelane.desk.lead-days:3}") int leadDays) {
        this.claimDuration = claimDuration;
        this.leadDays = leadDays;
    }

    /** How long work that was taken is kept for whoever took it. */
    Duration claimDuration() {
        return claimDuration;
    }

    /** Calendar days before a due day from which it is announced. */
    int leadDays() {
        return leadDays;
    }
}
