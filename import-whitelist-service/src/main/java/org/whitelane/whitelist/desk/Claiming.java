package org.whitelane.whitelist.desk;

import org.whitelane.whitelist.request.Outcome;

/** What came of asking for work. */
public sealed interface Claiming {

    /** As it is held now; by nobody when it was given back. */
    record Held(Waiting work) implements Claiming {}

    record Refused(Outcome.Refused why) implements Claiming {}
}
