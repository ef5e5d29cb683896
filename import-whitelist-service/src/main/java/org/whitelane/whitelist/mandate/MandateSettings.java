package org.whitelane.whitelist.mandate;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The law asks for a period (Civil Code Art. 165) and names none: how long is ours to choose. */
@Component
class MandateSettings {

    private final int longestDays;

    MandateSettings(@Value("${whitelane.mandates.longest-days:1096}") int longestDays) {
        this.longestDays = longestDays;
    }

    /** Its first day and its last included. */
    int longestDays() {
        return longestDays;
    }
}
