package org.whitelane.whitelist.directory;

import org.whitelane.whitelist.core.Refused;

/** What came of a command about a unit's place. */
public sealed interface UnitOutcome {

    record Done(UnitListing listing) implements UnitOutcome {}

    record Not(Refused refused) implements UnitOutcome {}

    /** The caller decided on another version than the one that is there. */
    record OtherVersion(long current) implements UnitOutcome {}
}
