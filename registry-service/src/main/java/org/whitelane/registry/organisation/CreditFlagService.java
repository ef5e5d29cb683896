package org.whitelane.registry.organisation;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.registry.core.Act;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * Raises and lifts credit flags, under the lock of their party so that its events keep one order. A
 * party and its flags are one aggregate with one version.
 */
@Service
public class CreditFlagService {

    private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");

    private final Organisations organisations;
    private final CreditFlags flags;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreditFlagService(
            Organisations organisations,
            CreditFlags flags,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organisations = organisations;
        this.flags = flags;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Empty when there is no such party.
     *
     * @param expected the versions of the party that the caller acts on
     */
    @Transactional
    public Optional<RaiseOutcome> raise(
            UUID organisation, CreditFlag flag, Act act, LongPredicate expected) {
        return organisations.lock(organisation).map(party -> raise(party, flag, act, expected));
    }

    private RaiseOutcome raise(
            Organisation party, CreditFlag flag, Act act, LongPredicate expected) {
        if (!expected.test(party.version())) {
            return new RaiseOutcome.OtherVersion(party.version());
        }
        flags.add(party.id(), flag);
        events.publishEvent(new OrganisationHappened.FlagRaised(party, flag, act));
        return new RaiseOutcome.Raised(changed(party), flag);
    }

    /**
     * Empty when there is no such party or flag.
     *
     * @param expected the versions of the party that the caller acts on
     */
    @Transactional
    public Optional<LiftOutcome> lift(
            UUID organisation, UUID flag, Act act, LongPredicate expected) {
        return organisations
                .lock(organisation)
                .flatMap(
                        party ->
                                flags.find(organisation, flag)
                                        .map(
                                                found ->
                                                        expected.test(party.version())
                                                                ? lift(party, found, act)
                                                                : new LiftOutcome.OtherVersion(
                                                                        party.version())));
    }

    private LiftOutcome lift(Organisation party, CreditFlag flag, Act act) {
        if (flag.lifted()) {
            return new LiftOutcome.AlreadyLifted(flag);
        }
        var lifted = flag.lift(LocalDate.ofInstant(clock.instant(), LEGAL_ZONE));
        flags.lift(lifted);
        events.publishEvent(new OrganisationHappened.FlagLifted(party, flag, lifted, act));
        return new LiftOutcome.Lifted(changed(party), lifted);
    }

    private Organisation changed(Organisation party) {
        var after = party.flagsChanged();
        organisations.change(after);
        return after;
    }

    /** Empty when there is no such party. */
    public Optional<FlaggedParty> of(UUID organisation) {
        return organisations
                .find(organisation)
                .map(party -> new FlaggedParty(party.version(), flags.of(organisation)));
    }
}
