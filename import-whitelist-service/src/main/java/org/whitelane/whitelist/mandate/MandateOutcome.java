package org.whitelane.whitelist.mandate;

import org.whitelane.whitelist.core.Refused;

/** What came of a command about a mandate. */
public sealed interface MandateOutcome {

    record Done(Mandate mandate) implements MandateOutcome {}

    record Not(Refused refused) implements MandateOutcome {}

    /** The caller decided on another version than the one that is there. */
    record OtherVersion(long current) implements MandateOutcome {}
}
