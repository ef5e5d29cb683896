package org.whitelane.whitelist.ban;

import org.whitelane.whitelist.core.Refused;

/** What came of a command about a ban. */
public sealed interface BanOutcome {

    record Done(Ban ban) implements BanOutcome {}

    record Not(Refused refused) implements BanOutcome {}

    /** The caller decided on another version than the one that is there. */
    record OtherVersion(long current) implements BanOutcome {}
}
