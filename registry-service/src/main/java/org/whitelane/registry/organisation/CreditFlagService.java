package org.whitelane.registry.organisation;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.registry.core.Act;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Raises and lifts credit flags, under the lock of their party so that its events keep one order.
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

    /** Empty when there is no such party. */
    @Transactional
    public Optional<CreditFlag> raise(UUID organisation, CreditFlag flag, Act act) {
        return organisations
                .lock(organisation)
                .map(
                        party -> {
                            flags.add(organisation, flag);
                            events.publishEvent(
                                    new OrganisationHappened.FlagRaised(party, flag, act));
                            return flag;
                        });
    }

    /** Empty when there is no such party or flag. */
    @Transactional
    public Optional<LiftOutcome> lift(UUID organisation, UUID flag, Act act) {
        return organisations
                .lock(organisation)
                .flatMap(
                        party ->
                                flags.find(organisation, flag)
                                        .map(found -> lift(party, found, act)));
    }

    private LiftOutcome lift(Organisation party, CreditFlag flag, Act act) {
        if (flag.lifted()) {
            return new LiftOutcome.AlreadyLifted(flag);
        }
        var lifted = flag.lift(LocalDate.ofInstant(clock.instant(), LEGAL_ZONE));
        flags.lift(lifted);
        events.publishEvent(new OrganisationHappened.FlagLifted(party, flag, lifted, act));
        return new LiftOutcome.Lifted(lifted);
    }

    public List<CreditFlag> of(UUID organisation) {
        return flags.of(organisation);
    }
}
