package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.CaseReader.Seen;
import org.whitelane.whitelist.request.Chamber.Hearing;

import java.util.Optional;

/**
 * What came of a command, and the request as whoever gave it sees it now: what that needs lay on
 * the table already.
 *
 * @param seen empty when it was refused
 */
public record Settled(Outcome outcome, Optional<Seen> seen) {

    static Settled of(Outcome outcome, Deliberation at, Officer officer) {
        return new Settled(
                outcome,
                outcome instanceof Outcome.Accepted(var request, _)
                        ? Optional.of(
                                new Seen(
                                        request,
                                        new Hearing(
                                                new Standing(
                                                        request, at.members(), officer, at.ties()),
                                                at.clock())))
                        : Optional.empty());
    }
}
