package org.whitelane.whitelist.request;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.MoveRefused;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.PartyKnowledge;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Load, decide, save, tell: the use cases of a request. */
@Service
public class RequestService {

    private final Requests requests;
    private final Chamber chamber;
    private final Approaches approaches;
    private final ApplicationEventPublisher changes;
    private final Clock clock;

    RequestService(
            Requests requests,
            Chamber chamber,
            Approaches approaches,
            ApplicationEventPublisher changes,
            Clock clock) {
        this.requests = requests;
        this.chamber = chamber;
        this.approaches = approaches;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @param expected the versions that the caller acts on
     */
    @Transactional
    public Outcome decide(
            UUID id, RequestCommand command, Officer officer, LongPredicate expected) {
        return settled(id, command, officer, expected).outcome();
    }

    /** For whoever shows the request afterwards. */
    @Transactional
    public Settled settled(
            UUID id, RequestCommand command, Officer officer, LongPredicate expected) {
        return deliberate(id, command, officer, expected)
                .map(found -> Settled.of(settle(found, command, officer), found.at(), officer))
                .orElseGet(() -> new Settled(notFound(id), Optional.empty()));
    }

    /** What the command would do: the same rules, and nothing is kept. */
    @Transactional
    public Outcome dryRun(
            UUID id, RequestCommand command, Officer officer, LongPredicate expected) {
        return deliberate(id, command, officer, expected)
                .map(
                        found ->
                                DryRun.of(
                                        RequestDecider.decide(
                                                found.request(), command, officer, found.at())))
                .orElseGet(() -> notFound(id));
    }

    private record Case(WhitelistRequest request, Deliberation at) {}

    private Optional<Case> deliberate(
            UUID id, RequestCommand command, Officer officer, LongPredicate expected) {
        var approach = approaches.to(id, command.action(), officer);
        return requests.lock(id)
                .map(
                        request ->
                                new Case(
                                        request,
                                        deliberation(request, approach, command, officer)
                                                .expecting(expected)));
    }

    private static Outcome notFound(UUID id) {
        return Outcome.refused(Refusal.NOT_FOUND, "Request %s was not found.".formatted(id));
    }

    /** For whoever holds the locks: party first, then request. */
    public Outcome decideLocked(
            WhitelistRequest request,
            RequestCommand command,
            Officer officer,
            PartyKnowledge party) {
        return settle(
                new Case(request, deliberation(request, Approach.of(party), command, officer)),
                command,
                officer);
    }

    private Deliberation deliberation(
            WhitelistRequest request, Approach approach, RequestCommand command, Officer officer) {
        return chamber.deliberation(request, approach, command, officer, LegalDays.today(clock));
    }

    private Outcome settle(Case found, RequestCommand command, Officer officer) {
        var request = found.request();
        var at = found.at();
        var outcome = RequestDecider.decide(request, command, officer, at);
        if (outcome instanceof Outcome.Accepted(var decided, var facts)) {
            var asked = new MoveAsked(request, command.action(), officer);
            changes.publishEvent(asked);
            if (asked.objection().isPresent()) {
                return asked.objection().get();
            }
            var saved = requests.save(decided);
            var mandate = at.mandateFor(request, command.action(), officer);
            facts.forEach(
                    fact ->
                            changes.publishEvent(
                                    new RequestChanged(request, saved, fact, officer, mandate)));
            if (saved.steps().size() != request.steps().size()) {
                changes.publishEvent(new RequestMoved(saved, at.clock().read(saved, at.today())));
            }
            return new Outcome.Accepted(saved, facts);
        }
        if (outcome instanceof Outcome.Refused(var code, _, _) && code == Refusal.ILLEGAL_MOVE) {
            changes.publishEvent(refused(request, command.action(), officer));
        }
        return outcome;
    }

    private static MoveRefused refused(
            WhitelistRequest request, RequestAction action, Officer officer) {
        return new MoveRefused(
                "request",
                request.id().toString(),
                request.status().name(),
                action.code(),
                Moves.from(request.status()).stream().map(RequestAction::code).toList(),
                officer);
    }
}
