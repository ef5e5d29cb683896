package org.whitelane.whitelist.batch;

import org.whitelane.whitelist.batch.Docket.Asked;
import org.whitelane.whitelist.batch.Docket.Refused;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.entry.Revision;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.request.EntryEffect;
import org.whitelane.whitelist.request.Outcome;
import org.whitelane.whitelist.request.Refusal;
import org.whitelane.whitelist.request.RequestCommand.Publish;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Goes through the requests of one batch in their order: each is decided on once more, and what it
 * asks is made of the list as the ones before it left it. Nothing of it is saved here.
 */
final class Examination {

    private final BatchAssembly assembly;
    private final Locked locked;
    private final Set<WhitelistEntry.Key> taken;
    private final Set<String> listed;
    private final Decision decision;
    private final Map<UUID, Asked> revisions = new LinkedHashMap<>();
    private final List<Refused> refusals = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();

    /** What nobody else changes meanwhile. */
    record Locked(
            Map<String, PartyKnowledge> parties,
            Map<UUID, WhitelistRequest> requests,
            Map<UUID, WhitelistEntry> entries,
            Standing standing) {}

    /**
     * What is on the list already.
     *
     * @param keys of each unit's live entries
     * @param units that stand in the directory
     */
    record Standing(Set<WhitelistEntry.Key> keys, Set<String> units) {}

    /** Whether a request may be published. */
    interface Decision {
        Outcome on(WhitelistRequest request, Publish publish, PartyKnowledge party);
    }

    Examination(BatchAssembly assembly, Locked locked, Decision decision) {
        this.assembly = assembly;
        this.locked = locked;
        this.taken = new HashSet<>(locked.standing().keys());
        this.listed = new HashSet<>(locked.standing().units());
        this.decision = decision;
    }

    Docket docket(List<WhitelistRequest> requests) {
        return new Docket(
                assembly.entries(),
                assembly.units(),
                List.copyOf(revisions.values()),
                requests,
                List.copyOf(refusals));
    }

    void take(int index, UUID id) {
        var request = locked.requests().get(id);
        if (!seen.add(id)) {
            refuse(index, Refusal.REQUEST_TWICE, "Request %s is named twice.".formatted(id));
        } else if (request == null) {
            refuse(index, Refusal.NOT_FOUND, "Request %s was not found.".formatted(id));
        } else if (!request.scheme().code().equals(assembly.batch().scheme())) {
            refuse(
                    index,
                    Refusal.OTHER_SCHEME,
                    "Request %s is of another scheme.".formatted(request.id()));
        } else {
            decide(index, request);
        }
    }

    private void decide(int index, WhitelistRequest request) {
        var effects = EntryEffect.of(request);
        var knowledge =
                locked.parties()
                        .getOrDefault(
                                request.organisation(), new PartyKnowledge.NotKnownYet("Unknown."));
        var touched = new ArrayList<UUID>();
        var added =
                knowledge instanceof PartyKnowledge.Known(var party)
                        ? added(request, party, effects)
                        : List.<WhitelistEntry>of();
        added.forEach(entry -> touched.add(entry.id()));
        effects.forEach(effect -> effect.revises().ifPresent(touched::add));
        var publish = new Publish(assembly.batch().id(), touched);
        switch (decision.on(request, publish, knowledge)) {
            case Outcome.Refused refused -> refusals.add(new Refused(index, refused));
            case Outcome.OtherVersion _ ->
                    throw new IllegalStateException("a publication takes every version");
            case Outcome.Accepted _ -> {
                if (knowledge instanceof PartyKnowledge.Known(var party)) {
                    list(index, request, party);
                }
                effects.forEach(effect -> revise(index, request, effect));
                added.forEach(entry -> holdOnce(index, entry));
            }
        }
    }

    /** Once: who stands in the directory already can only bring further articles. */
    private void list(int index, WhitelistRequest request, Party party) {
        if (!assembly.listsUnit(request)) {
            return;
        }
        if (listed.add(request.organisation())) {
            assembly.addUnit(request, party);
        } else if (request.content().items().isEmpty()) {
            refuse(
                    index,
                    Refusal.ENTRY_ALREADY_ACTIVE,
                    "%s stands in the directory already.".formatted(party.nameZh()));
        }
    }

    private List<WhitelistEntry> added(
            WhitelistRequest request, Party party, List<EntryEffect> effects) {
        return effects.stream()
                .filter(EntryEffect.Listed.class::isInstance)
                .map(EntryEffect.Listed.class::cast)
                .map(listed -> assembly.add(request, party, listed.article()))
                .toList();
    }

    private void revise(int index, WhitelistRequest request, EntryEffect effect) {
        effect.revises().ifPresent(id -> revise(index, request, effect, entry(id)));
    }

    private WhitelistEntry entry(UUID id) {
        return Objects.requireNonNull(
                locked.entries().get(id), "the decision found it on the list");
    }

    private void revise(
            int index, WhitelistRequest request, EntryEffect effect, WhitelistEntry entry) {
        if (revisions.containsKey(entry.id())) {
            refuse(
                    index,
                    Refusal.ENTRY_TWICE,
                    "Another request of the batch is about entry %s, too."
                            .formatted(entry.number()));
            return;
        }
        switch (revision(request, effect, entry)) {
            case Revision.NotLive(var detail) -> refuse(index, Refusal.ENTRY_NOT_LIVE, detail);
            case Revision.Refused(var finding) -> refuse(index, finding);
            case Revision.Made made -> {
                revisions.put(entry.id(), new Asked(made, request.id()));
                taken.remove(entry.key());
                if (!made.ends()) {
                    holdOnce(index, made.after());
                }
            }
        }
    }

    private Revision revision(WhitelistRequest request, EntryEffect effect, WhitelistEntry entry) {
        var revising = assembly.revising();
        return switch (effect) {
            case EntryEffect.Listed _ -> throw new IllegalStateException("it names no entry");
            case EntryEffect.Changed(_, _, var article) -> revising.changed(entry, article);
            case EntryEffect.Prolonged _ -> revising.renewed(entry);
            case EntryEffect.Removed _ ->
                    revising.removed(
                            entry, "By the unit's wish: request %s".formatted(request.number()));
        };
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

    private void refuse(int index, Finding finding) {
        refusals.add(
                new Refused(
                        index,
                        new Outcome.Refused(
                                Refusal.RULE_REFUSED, finding.detail(), List.of(finding))));
    }
}
