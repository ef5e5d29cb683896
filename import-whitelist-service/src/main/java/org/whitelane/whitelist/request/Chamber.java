package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.ban.Ban;
import org.whitelane.whitelist.ban.Bans;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.Listings.Listing;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.RequestKind;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lays on the table what a decision, or a reader, looks at. */
@Component
public class Chamber {

    private final Schemes schemes;
    private final Clocks clocks;
    private final Listings listings;
    private final Bans bans;
    private final TieReader ties;

    Chamber(Schemes schemes, Clocks clocks, Listings listings, Bans bans, TieReader ties) {
        this.schemes = schemes;
        this.clocks = clocks;
        this.listings = listings;
        this.bans = bans;
        this.ties = ties;
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

    Deliberation deliberation(
            WhitelistRequest request,
            Approach approach,
            RequestCommand command,
            Officer officer,
            LocalDate today) {
        var scheme =
                command.action() == RequestAction.SUBMIT
                        ? schemes.untilClosed(schemeOf(request))
                        : schemeOf(request);
        return new Deliberation(
                scheme,
                schemes.members(scheme),
                ties.names(request, officer).acting(approach.agency()),
                approach.party(),
                listed(request, scheme, command),
                clocks.of(request, scheme, today),
                today,
                _ -> true,
                command.action().checksEligibility() ? ban(request, today) : null);
    }

    private @Nullable Ban ban(WhitelistRequest request, LocalDate today) {
        return bans.standing(request.scheme().code(), request.organisation(), today).orElse(null);
    }

    public Hearing hearing(WhitelistRequest request, Officer officer, LocalDate today) {
        var scheme = schemeOf(request);
        return new Hearing(
                standing(request, schemes.members(scheme), officer, today),
                clocks.of(request, scheme, today));
    }

    /** Nobody who has a seat at the table acts for anybody, so they need not be looked for. */
    private Standing standing(
            WhitelistRequest request, Members members, Officer officer, LocalDate today) {
        return new Standing(
                request,
                members,
                officer,
                members.isMember(officer.organisation())
                        ? ties.names(request, officer)
                        : ties.withAgency(request, officer, today));
    }

    /** Entries that a request names, as the list knows them; asks only when some are named. */
    Map<UUID, Listing> held(String organisation, String scheme, List<UUID> entries) {
        return entries.isEmpty() ? Map.of() : listings.held(organisation, scheme, entries);
    }

    private Listed listed(WhitelistRequest request, PilotScheme scheme, RequestCommand command) {
        var content = request.content();
        var decides = command.action().checksEligibility();
        var named =
                command instanceof RequestCommand.Revise(var wish)
                        ? wish.refersTo()
                        : decides ? content.entries() : List.<UUID>of();
        return new Listed(
                decides
                        && (content.kind() == RequestKind.ADD_ITEM
                                || DocumentRules.shortForm(scheme))
                        && listings.isListed(request.organisation(), scheme.code()),
                held(request.organisation(), scheme.code(), named),
                clocks.renewal(scheme));
    }

    /** What a reader of a request needs besides it. */
    public record Hearing(Standing standing, ReviewClock clock) {}
}
