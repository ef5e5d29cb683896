package org.whitelane.whitelist.mandate;

import org.whitelane.whitelist.core.Officer;

/** What happened to a mandate. */
public sealed interface MandateFact {

    Mandate mandate();

    Officer by();

    record Given(Mandate mandate, Officer by) implements MandateFact {}

    record Ended(Mandate before, Mandate mandate, Mandate.Ending ending, Officer by)
            implements MandateFact {}
}
