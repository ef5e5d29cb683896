package org.whitelane.whitelist.request;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits for what a scheme's text leaves open, marked as not the scheme's: the general law's, and
 * this service's own, which are configuration.
 */
@Component
class GeneralLimits {

    /** Steps in a scheme's deadlines. */
    static final String RENEWAL = "renewal";

    static final String CORRECTION = "correction";

    /** Those of the general law, which nobody configures. */
    static final Map<String, Deadline> LAW =
            Map.of(
                    PilotScheme.EXTENSION,
                    new Deadline(
                            15,
                            Deadline.Unit.WORKING_DAY,
                            "Administrative Licensing Law Art. 42 (extension), Art. 82",
                            true),
                    PilotScheme.PUBLICATION,
                    new Deadline(
                            20,
                            Deadline.Unit.WORKING_DAY,
                            "Open Government Information Regulations Art. 26",
                            true));

    private final Deadline renewal;
    private final Deadline correction;

    GeneralLimits(
            @Value("${whitelane.limits.renewal-days:30}") int renewalDays,
            @Value("${whitelane.limits.correction-days:30}") int correctionDays) {
        this.renewal =
                new Deadline(
                        renewalDays,
                        Deadline.Unit.DAY,
                        "Administrative Licensing Law Art. 50",
                        true);
        this.correction =
                new Deadline(
                        correctionDays, Deadline.Unit.DAY, "configuration of the service", true);
    }

    /** How long before its end an entry's renewal has to be applied for. */
    Deadline renewal(PilotScheme scheme) {
        return Optional.ofNullable(scheme.deadlines().get(RENEWAL)).orElse(renewal);
    }

    /** How long an applicant may take for the corrections. */
    Deadline correction(PilotScheme scheme) {
        return Optional.ofNullable(scheme.deadlines().get(CORRECTION)).orElse(correction);
    }

    /** Those of the general law, and ours. */
    Map<String, Deadline> byStep() {
        var all = new HashMap<>(LAW);
        all.put(CORRECTION, correction);
        return all;
    }
}
