package org.whitelane.whitelist.mandate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.mandate.Mandate.Ending;
import org.whitelane.whitelist.mandate.Mandate.Way;
import org.whitelane.whitelist.mandate.MandateOutcome.Done;
import org.whitelane.whitelist.mandate.MandateOutcome.Not;
import org.whitelane.whitelist.mandate.MandateOutcome.OtherVersion;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Units give mandates; either side ends them. */
@Service
public class MandateService {

    private final Mandates mandates;
    private final Granting granting;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    MandateService(
            Mandates mandates, Granting granting, ApplicationEventPublisher facts, Clock clock) {
        this.mandates = mandates;
        this.granting = granting;
        this.facts = facts;
        this.clock = clock;
    }

    /** For the officer's own organisation, so that no agent passes on what it got. */
    @Transactional
    public MandateOutcome give(MandateWish wish, Officer officer) {
        var unit = officer.organisation();
        if (unit == null) {
            return new Not(
                    Refused.forbidden(
                            "no-organisation", "Only officers of an organisation give mandates."));
        }
        return switch (granting.judge(wish, unit, LegalDays.today(clock))) {
            case Granting.Judgement.Not(var why) -> new Not(why);
            case Granting.Judgement.To(var agent) -> given(wish, unit, agent, officer);
        };
    }

    private MandateOutcome given(MandateWish wish, String unit, String agent, Officer officer) {
        var mandate =
                new Mandate(
                        UuidV7.at(clock.instant()),
                        unit,
                        agent,
                        wish.scheme(),
                        wish.acts(),
                        wish.from(),
                        wish.to(),
                        wish.basis(),
                        null,
                        1);
        mandates.add(mandate);
        facts.publishEvent(new MandateFact.Given(mandate, officer));
        return new Done(mandate);
    }

    /**
     * Waits for acts that have begun by it; none begins after.
     *
     * @param expected the versions that the caller acts on
     */
    @Transactional
    public MandateOutcome end(
            UUID id, Way way, String reason, Officer officer, LongPredicate expected) {
        var found = mandates.lock(id).filter(mandate -> mandate.isOf(officer.organisation()));
        if (found.isEmpty()) {
            return new Not(Refused.notFound("Mandate " + id));
        }
        var mandate = found.get();
        var otherSide = otherSide(mandate, way, officer);
        if (otherSide.isPresent()) {
            return new Not(otherSide.get());
        }
        if (!expected.test(mandate.version())) {
            return new OtherVersion(mandate.version());
        }
        var today = LegalDays.today(clock);
        var state = mandate.on(today);
        return switch (state) {
            case AHEAD, IN_FORCE -> ended(mandate, new Ending(way, today, reason), officer);
            case EXPIRED, REVOKED, GIVEN_UP ->
                    new Not(Refused.illegalMove("Mandate " + id, state, code(way), List.of()));
        };
    }

    private MandateOutcome ended(Mandate mandate, Ending ending, Officer officer) {
        var after = mandate.ended(ending);
        mandates.end(after, ending);
        facts.publishEvent(new MandateFact.Ended(mandate, after, ending, officer));
        return new Done(after);
    }

    private static Optional<Refused> otherSide(Mandate mandate, Way way, Officer officer) {
        return switch (way) {
            case REVOKED ->
                    officer.actsFor(mandate.unit())
                            ? Optional.empty()
                            : Optional.of(
                                    Refused.forbidden(
                                            "not-the-unit",
                                            "Only the unit revokes; the agent gives up."));
            case GIVEN_UP ->
                    officer.actsFor(mandate.agent())
                            ? Optional.empty()
                            : Optional.of(
                                    Refused.forbidden(
                                            "not-the-agent",
                                            "Only the agent gives up; the unit revokes."));
        };
    }

    private static String code(Way way) {
        return switch (way) {
            case REVOKED -> "revoke";
            case GIVEN_UP -> "give-up";
        };
    }
}
