package org.whitelane.whitelist.desk;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.Outcome;
import org.whitelane.whitelist.request.Refusal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Taking work, giving it back, handing it over. A claim informs colleagues and ends by itself; it
 * gives no right that the officer's roles and duties do not give.
 */
@Service
public class DeskService {

    private final DeskQueue queue;
    private final Claims claims;
    private final DeskSettings settings;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    DeskService(
            DeskQueue queue,
            Claims claims,
            DeskSettings settings,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.queue = queue;
        this.claims = claims;
        this.settings = settings;
        this.facts = facts;
        this.clock = clock;
    }

    /** The oldest due of the wanted that nobody holds. */
    @Transactional
    public Claiming next(Officer officer, Wanted wanted) {
        var now = clock.instant();
        return claims.takeNext(officer, wanted, now, until(now))
                .flatMap(id -> held(id, officer, now))
                .map(work -> told(new DeskFact.Claimed(work, officer)))
                .orElseGet(
                        () ->
                                refused(
                                        Refusal.NOTHING_WAITS,
                                        "Nothing that nobody holds waits for this officer."));
    }

    /** Taking what one holds prolongs it. */
    @Transactional
    public Claiming take(UUID request, Officer officer) {
        var now = clock.instant();
        return work(request, officer, now)
                .map(
                        work ->
                                claims.claim(
                                                work,
                                                officer,
                                                officer.subject(),
                                                now,
                                                until(now),
                                                false)
                                        ? held(request, officer, now)
                                                .map(w -> told(new DeskFact.Claimed(w, officer)))
                                                .orElseThrow()
                                        : colleague(held(request, officer, now).orElse(work)))
                .orElseGet(() -> notWaiting(request));
    }

    @Transactional
    public Claiming release(UUID request, Officer officer) {
        var now = clock.instant();
        return own(request, officer, now)
                .map(
                        work -> {
                            claims.release(work);
                            facts.publishEvent(new DeskFact.Released(work, officer));
                            return (Claiming) new Claiming.Held(work.free());
                        })
                .orElseGet(
                        () ->
                                refused(
                                        Refusal.NOT_CLAIMED,
                                        "This officer holds nothing of request %s."
                                                .formatted(request)));
    }

    /**
     * Hands work to an officer of the same desk, whoever holds it; every colleague may, and says
     * why.
     */
    @Transactional
    public Claiming reassign(UUID request, String to, String reason, Officer officer) {
        var now = clock.instant();
        return work(request, officer, now)
                .map(
                        work -> {
                            claims.claim(work, officer, to, now, until(now), true);
                            facts.publishEvent(new DeskFact.Reassigned(work, officer, to, reason));
                            return (Claiming)
                                    new Claiming.Held(
                                            queue.of(request, officer, now).stream()
                                                    .filter(w -> w.slot().equals(work.slot()))
                                                    .findFirst()
                                                    .orElseThrow());
                        })
                .orElseGet(() -> notWaiting(request));
    }

    private Claiming told(DeskFact.Claimed fact) {
        facts.publishEvent(fact);
        return new Claiming.Held(fact.work());
    }

    /** Of several pieces, the one the officer holds, else one that is free. */
    private Optional<Waiting> work(UUID request, Officer officer, Instant now) {
        return own(request, officer, now)
                .or(
                        () -> {
                            var all = queue.of(request, officer, now);
                            return all.stream()
                                    .filter(w -> !w.held())
                                    .findFirst()
                                    .or(() -> all.stream().findFirst());
                        });
    }

    private Optional<Waiting> own(UUID request, Officer officer, Instant now) {
        return queue.of(request, officer, now).stream()
                .filter(w -> w.heldBy(officer.subject()))
                .findFirst();
    }

    private Optional<Waiting> held(UUID request, Officer officer, Instant now) {
        return queue.of(request, officer, now).stream().filter(Waiting::held).findFirst();
    }

    private Instant until(Instant now) {
        return now.plus(settings.claimDuration());
    }

    private static Claiming colleague(Waiting work) {
        return new Claiming.Refused(DeskWatch.heldByColleague(work));
    }

    private static Claiming notWaiting(UUID request) {
        return refused(
                Refusal.NOT_WAITING,
                "Request %s does not wait for this officer.".formatted(request));
    }

    private static Claiming refused(Refusal code, String detail) {
        return new Claiming.Refused(Outcome.refused(code, detail));
    }
}
