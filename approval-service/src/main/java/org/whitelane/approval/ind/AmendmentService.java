package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.approval.ind.Amendment.Ground;
import org.whitelane.approval.ind.Outcome.OtherVersion;
import org.whitelane.approval.ind.Outcome.Recorded;
import org.whitelane.approval.ind.Outcome.Refused;
import org.whitelane.approval.ind.Outcome.Taken;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Corrects and revokes what is in the register: nothing vanishes, and who was told is told. */
@Service
public class AmendmentService {

    private final Inds inds;
    private final RegistrationClasses classes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AmendmentService(
            Inds inds, RegistrationClasses classes, ApplicationEventPublisher events, Clock clock) {
        this.inds = inds;
        this.classes = classes;
        this.events = events;
        this.clock = clock;
    }

    /** The facts as a whole, as they should have been recorded. Empty: no such record. */
    @Transactional
    public Optional<Outcome> correct(
            UUID id, IndFacts facts, Ground ground, LongPredicate expected, String by) {
        return amend(id, expected, by, ind -> corrected(ind, facts, ground));
    }

    /** Once and for good: what was revoked by mistake is recorded anew. */
    @Transactional
    public Optional<Outcome> revoke(
            UUID id,
            Ground ground,
            @Nullable SourcedDate revokedOn,
            LongPredicate expected,
            String by) {
        return amend(id, expected, by, ind -> revoked(ind, ground, revokedOn));
    }

    private Optional<Outcome> amend(
            UUID id, LongPredicate expected, String by, Function<Ind, Outcome> decision) {
        return inds.lock(id)
                .map(
                        ind -> {
                            if (!expected.test(ind.version())) {
                                return new OtherVersion(ind.version());
                            }
                            var outcome =
                                    ind.status() == Status.REVOKED
                                            ? new Taken(
                                                    "revoked",
                                                    "This approval is revoked; a revoked record is"
                                                            + " not amended any more.")
                                            : decision.apply(ind);
                            return outcome instanceof Recorded(var after)
                                    ? save(ind, after, by)
                                    : outcome;
                        });
    }

    private Outcome corrected(Ind ind, IndFacts facts, Ground ground) {
        if (facts.equals(ind.facts())) {
            return new Taken(
                    "nothing-to-correct", "The register says exactly these facts already.");
        }
        var refusals = IndRules.refusals(facts, classes, today());
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        var catalogue = facts.product().registrationClass() == null ? null : classes.catalogue();
        var amendment = amendment(ind, Amendment.Kind.CORRECTION, ground, null);
        return new Recorded(ind.amended(facts, catalogue, amendment));
    }

    private Outcome revoked(Ind ind, Ground ground, @Nullable SourcedDate revokedOn) {
        var refusals = IndRules.refusals(ind.facts(), revokedOn, today());
        if (!refusals.isEmpty()) {
            return new Refused(refusals);
        }
        var amendment = amendment(ind, Amendment.Kind.REVOCATION, ground, revokedOn);
        return new Recorded(ind.amended(ind.facts(), ind.classCatalogue(), amendment));
    }

    private Amendment amendment(
            Ind ind, Amendment.Kind kind, Ground ground, @Nullable SourcedDate revokedOn) {
        return new Amendment(
                ind.version() + 1,
                kind,
                ground.reason(),
                ground.source(),
                revokedOn,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Outcome save(Ind before, Ind after, String by) {
        var taken = inds.numberTaken(after);
        if (taken.isPresent()) {
            return taken.get();
        }
        inds.amend(after);
        events.publishEvent(new IndAmended(before, after, by));
        return new Recorded(after);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(IndService.LEGAL_ZONE));
    }
}
