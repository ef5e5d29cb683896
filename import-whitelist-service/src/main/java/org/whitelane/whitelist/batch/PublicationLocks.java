package org.whitelane.whitelist.batch;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.directory.UnitListings;
import org.whitelane.whitelist.entry.StandingEntries;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.request.Requests;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes hold of everything that a publication decides on: parties, their requests, then entries,
 * each sorted, so that nobody waits for us while we wait for them.
 */
@Component
class PublicationLocks {

    private final Parties parties;
    private final Requests requests;
    private final StandingEntries standing;
    private final UnitListings listings;
    private final Clock clock;

    PublicationLocks(
            Parties parties,
            Requests requests,
            StandingEntries standing,
            UnitListings listings,
            Clock clock) {
        this.parties = parties;
        this.requests = requests;
        this.standing = standing;
        this.listings = listings;
        this.clock = clock;
    }

    Examination.Locked take(List<UUID> ids, String scheme) {
        var known = parties(ids);
        var locked = requests(ids);
        var entries = entries(locked.values());
        return new Examination.Locked(
                known,
                locked,
                entries,
                new Examination.Standing(
                        standing.activeKeys(scheme, known.keySet()),
                        listings.listedAmong(scheme, known.keySet(), LegalDays.today(clock))));
    }

    private Map<String, PartyKnowledge> parties(List<UUID> ids) {
        var organisations = new TreeSet<String>();
        ids.forEach(id -> requests.organisationOf(id).ifPresent(organisations::add));
        var known = new TreeMap<String, PartyKnowledge>();
        organisations.forEach(id -> known.put(id, parties.forDecision(id)));
        return known;
    }

    private Map<UUID, WhitelistRequest> requests(List<UUID> ids) {
        var locked = new HashMap<UUID, WhitelistRequest>();
        new TreeSet<>(ids)
                .forEach(id -> requests.lock(id).ifPresent(request -> locked.put(id, request)));
        return locked;
    }

    private Map<UUID, WhitelistEntry> entries(Collection<WhitelistRequest> asking) {
        var named =
                asking.stream().flatMap(request -> request.content().entries().stream()).toList();
        return standing.lockAll(named).stream()
                .collect(Collectors.toMap(WhitelistEntry::id, Function.identity()));
    }
}
