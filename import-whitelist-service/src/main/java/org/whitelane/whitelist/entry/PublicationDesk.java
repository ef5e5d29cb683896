package org.whitelane.whitelist.entry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.entry.BatchFact.BatchPublished;
import org.whitelane.whitelist.entry.BatchFact.EntryActivated;
import org.whitelane.whitelist.entry.Docket.Refused;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.request.Outcome;
import org.whitelane.whitelist.request.Refusal;
import org.whitelane.whitelist.request.RequestCommand.Publish;
import org.whitelane.whitelist.request.RequestService;
import org.whitelane.whitelist.request.Requests;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Examines everything that is to be published, and moves each request that passes. */
@Component
class PublicationDesk {

    private final Requests requests;
    private final Parties parties;
    private final RequestService decisions;
    private final Entries entries;
    private final ApplicationEventPublisher facts;

    PublicationDesk(
            Requests requests,
            Parties parties,
            RequestService decisions,
            Entries entries,
            ApplicationEventPublisher facts) {
        this.requests = requests;
        this.parties = parties;
        this.decisions = decisions;
        this.entries = entries;
        this.facts = facts;
    }

    /** The batch once, then each entry. */
    void announce(
            Batch batch, PilotScheme scheme, List<WhitelistEntry> published, Officer officer) {
        facts.publishEvent(new BatchPublished(batch, scheme, published, officer));
        published.forEach(entry -> facts.publishEvent(new EntryActivated(entry, officer)));
    }

    Docket examine(List<UUID> ids, BatchAssembly assembly, Officer officer) {
        var known = lockParties(ids);
        var locked = lockRequests(ids);
        var examination =
                new Examination(
                        assembly,
                        officer,
                        known,
                        locked,
                        entries.activeKeys(assembly.batch().scheme(), known.keySet()));
        for (var i = 0; i < ids.size(); i++) {
            examination.take(i, ids.get(i));
        }
        return new Docket(assembly.entries(), List.copyOf(examination.refusals));
    }

    /** Parties before requests, both sorted: nobody waits for us while we wait for them. */
    private Map<String, PartyKnowledge> lockParties(List<UUID> ids) {
        var organisations = new TreeSet<String>();
        ids.forEach(id -> requests.organisationOf(id).ifPresent(organisations::add));
        var known = new TreeMap<String, PartyKnowledge>();
        organisations.forEach(id -> known.put(id, parties.forDecision(id)));
        return known;
    }

    private Map<UUID, WhitelistRequest> lockRequests(List<UUID> ids) {
        var locked = new HashMap<UUID, WhitelistRequest>();
        new TreeSet<>(ids)
                .forEach(id -> requests.lock(id).ifPresent(request -> locked.put(id, request)));
        return locked;
    }

    private final class Examination {

        private final BatchAssembly assembly;
        private final Officer officer;
        private final Map<String, PartyKnowledge> parties;
        private final Map<UUID, WhitelistRequest> locked;
        private final Set<WhitelistEntry.Key> taken;
        private final List<Refused> refusals = new ArrayList<>();
        private final Set<UUID> seen = new HashSet<>();

        Examination(
                BatchAssembly assembly,
                Officer officer,
                Map<String, PartyKnowledge> parties,
                Map<UUID, WhitelistRequest> locked,
                Set<WhitelistEntry.Key> active) {
            this.assembly = assembly;
            this.officer = officer;
            this.parties = parties;
            this.locked = locked;
            this.taken = new HashSet<>(active);
        }

        void take(int index, UUID id) {
            if (!seen.add(id)) {
                refuse(index, Refusal.REQUEST_TWICE, "Request %s is named twice.".formatted(id));
                return;
            }
            Optional.ofNullable(locked.get(id))
                    .ifPresentOrElse(
                            request -> take(index, request),
                            () ->
                                    refuse(
                                            index,
                                            Refusal.NOT_FOUND,
                                            "Request %s was not found.".formatted(id)));
        }

        private void take(int index, WhitelistRequest request) {
            if (!request.scheme().code().equals(assembly.batch().scheme())) {
                refuse(
                        index,
                        Refusal.OTHER_SCHEME,
                        "Request %s is of another scheme.".formatted(request.id()));
                return;
            }
            var knowledge =
                    parties.getOrDefault(
                            request.organisation(), new PartyKnowledge.NotKnownYet("Unknown."));
            var added =
                    knowledge instanceof PartyKnowledge.Known(var party)
                            ? assembly.add(request, party)
                            : List.<WhitelistEntry>of();
            var publish =
                    new Publish(
                            assembly.batch().id(), added.stream().map(WhitelistEntry::id).toList());
            switch (decisions.decideLocked(request, publish, officer, knowledge)) {
                case Outcome.Refused refused -> refusals.add(new Refused(index, refused));
                case Outcome.OtherVersion _ ->
                        throw new IllegalStateException("a publication takes every version");
                case Outcome.Accepted _ -> added.forEach(entry -> holdOnce(index, entry));
            }
        }

        private void holdOnce(int index, WhitelistEntry entry) {
            if (!taken.add(entry.key())) {
                refuse(
                        index,
                        Refusal.ENTRY_ALREADY_ACTIVE,
                        "%s has an active entry for %s."
                                .formatted(entry.holder().unitName(), entry.article().nameEn()));
            }
        }

        private void refuse(int index, Refusal code, String detail) {
            refusals.add(Refused.of(index, code, detail));
        }
    }
}
