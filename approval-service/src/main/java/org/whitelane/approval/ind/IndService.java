package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The use cases of the register. */
@Service
public class IndService {

    /** Legal days are days in China. */
    static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");

    private final Inds inds;
    private final RegistrationClasses classes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IndService(
            Inds inds, RegistrationClasses classes, ApplicationEventPublisher events, Clock clock) {
        this.inds = inds;
        this.classes = classes;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Outcome record(IndFacts facts, String recordedBy) {
        var refusals = IndRules.refusals(facts, classes, LocalDate.now(clock.withZone(LEGAL_ZONE)));
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        var ind = entering(facts);
        if (!inds.add(ind)) {
            return inds.numberTaken(ind).orElseThrow();
        }
        events.publishEvent(new IndRecorded(ind, recordedBy));
        return new Outcome.Recorded(ind);
    }

    @Transactional(readOnly = true)
    public Optional<Ind> find(UUID id) {
        return inds.find(id);
    }

    @Transactional(readOnly = true)
    public List<Ind.Listed> below(@Nullable Long place, IndFilter filter, int limit) {
        return inds.below(place, filter, limit);
    }

    /** The instant as the table will give it back: PostgreSQL keeps microseconds. */
    private Ind entering(IndFacts facts) {
        return new Ind(
                UUID.randomUUID(),
                facts,
                facts.product().registrationClass() == null ? null : classes.catalogue(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                List.of());
    }
}
