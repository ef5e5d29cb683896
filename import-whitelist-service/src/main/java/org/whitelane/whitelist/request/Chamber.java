package org.whitelane.whitelist.request;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.Calendars;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.LocalDate;
import java.util.Optional;

/** Lays on the table what a decision, or a reader, looks at. */
@Component
public class Chamber {

    private final Schemes schemes;
    private final Calendars calendars;

    Chamber(Schemes schemes, Calendars calendars) {
        this.schemes = schemes;
        this.calendars = calendars;
    }

    Optional<PilotScheme> newest(String code) {
        return schemes.newest(code);
    }

    /** A draft meets the rules of the day it is submitted; afterwards its version stays. */
    PilotScheme schemeOf(WhitelistRequest request) {
        var ref = request.scheme();
        if (request.status() == RequestStatus.DRAFT) {
            return schemes.newest(ref.code()).orElseThrow();
        }
        return schemes.version(ref.code(), ref.version());
    }

    Deliberation deliberation(WhitelistRequest request, PartyKnowledge party, LocalDate today) {
        var scheme = schemeOf(request);
        return new Deliberation(
                scheme,
                schemes.members(scheme),
                party,
                clock(request, scheme, today),
                today,
                _ -> true);
    }

    public Hearing hearing(WhitelistRequest request, Officer officer, LocalDate today) {
        var scheme = schemeOf(request);
        return new Hearing(
                new Standing(request, schemes.members(scheme), officer),
                clock(request, scheme, today));
    }

    private ReviewClock clock(WhitelistRequest request, PilotScheme scheme, LocalDate today) {
        var first = request.lastDay(RequestAction.SUBMIT).orElse(today);
        return new ReviewClock(scheme, calendars.from(first));
    }

    /** What a reader of a request needs besides it. */
    public record Hearing(Standing standing, ReviewClock clock) {}
}
