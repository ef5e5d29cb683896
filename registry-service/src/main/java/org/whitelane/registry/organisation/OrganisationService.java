package org.whitelane.registry.organisation;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.registry.core.Act;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Registers parties and moves their status. */
@Service
public class OrganisationService {

    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganisationService(
            Organisations organisations, ApplicationEventPublisher events, Clock clock) {
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Registration register(NewOrganisation wanted, Act act) {
        var organisation = Organisation.register(UUID.randomUUID(), wanted);
        if (!organisations.add(organisation, clock.instant())) {
            return new Registration.CreditCodeTaken(wanted.creditCode());
        }
        events.publishEvent(
                new OrganisationHappened.Registered(
                        organisation, act.because(wanted.overrideReason())));
        return new Registration.Registered(organisation);
    }

    /**
     * Empty when there is no such party.
     *
     * @param expected the versions that the caller acts on
     */
    @Transactional
    public Optional<MoveOutcome> move(
            UUID id, OrganisationMove move, Act act, LongPredicate expected) {
        return organisations
                .lock(id)
                .map(
                        organisation ->
                                expected.test(organisation.version())
                                        ? move(organisation, move, act)
                                        : new MoveOutcome.OtherVersion(organisation.version()));
    }

    private MoveOutcome move(Organisation before, OrganisationMove move, Act act) {
        var outcome = before.decide(move);
        if (outcome instanceof MoveOutcome.Moved(var after)) {
            organisations.change(after);
            events.publishEvent(new OrganisationHappened.Changed(before, after, act));
        }
        return outcome;
    }

    public Optional<Organisation> find(UUID id) {
        return organisations.find(id);
    }

    /** In order of registration, from behind the given place. */
    public List<Listed> list(long afterSeq, int limit) {
        return organisations.after(afterSeq, limit);
    }
}
