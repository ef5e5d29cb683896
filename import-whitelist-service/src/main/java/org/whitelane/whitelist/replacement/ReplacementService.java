package org.whitelane.whitelist.replacement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.replacement.ReplacementOutcome.Not;
import org.whitelane.whitelist.replacement.ReplacementOutcome.Ordered;
import org.whitelane.whitelist.scheme.Closing;
import org.whitelane.whitelist.scheme.Closings;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.Replacement;
import org.whitelane.whitelist.scheme.SchemeFact;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.util.Optional;

/**
 * Closes a scheme, by order or because its successor says so; what follows from it is done by
 * {@link ReplacementSaga}.
 */
@Service
public class ReplacementService {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacementService.class);

    private final Schemes schemes;
    private final Closings closings;
    private final Remaining remaining;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ReplacementService(
            Schemes schemes,
            Closings closings,
            Remaining remaining,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.schemes = schemes;
        this.closings = closings;
        this.remaining = remaining;
        this.facts = facts;
        this.clock = clock;
    }

    /** By the office of the scheme that takes the place. */
    @Transactional
    public ReplacementOutcome order(ReplacementOrder order, Officer officer) {
        var successor = schemes.newest(order.replacedBy());
        if (schemes.newest(order.scheme()).isEmpty() || successor.isEmpty()) {
            return new Not(
                    Refused.notFound(
                            "Scheme " + order.scheme() + " or scheme " + order.replacedBy()));
        }
        var notTheOffice = schemes.notTheOffice(successor.get(), officer);
        if (notTheOffice.isPresent()) {
            return new Not(notTheOffice.get());
        }
        return closed(order, successor.get(), officer);
    }

    private ReplacementOutcome closed(
            ReplacementOrder order, PilotScheme successor, Officer officer) {
        var today = LegalDays.today(clock);
        return switch (ReplacementRules.of(successor, order.scheme(), order.plan(), today)) {
            case ReplacementRules.Result.Not(var refused) -> new Not(refused);
            case ReplacementRules.Result.Plan(var plan) ->
                    close(order.scheme(), order.replacedBy(), plan, order.basis(), clock, officer)
                            .<ReplacementOutcome>map(Ordered::new)
                            .orElseGet(
                                    () ->
                                            new Not(
                                                    Refused.conflict(
                                                            "scheme-closed",
                                                            "%s is closed already."
                                                                    .formatted(order.scheme()))));
        };
    }

    /**
     * As the scheme's own text says, from its first day on. Any number of instances may ask, as
     * often as they like: the first closes the other scheme, and says so.
     *
     * @param at when it is looked at
     */
    @Transactional
    public void beginOwn(PilotScheme successor, Clock at) {
        var replaced = successor.policy().supersedes();
        if (replaced != null
                && schemes.newest(replaced).isPresent()
                && closings.find(replaced).isEmpty()) {
            ReplacementRules.own(successor, LegalDays.today(at))
                    .ifPresent(plan -> begin(replaced, successor, plan, at));
        }
    }

    private void begin(String replaced, PilotScheme successor, Replacement plan, Clock at) {
        var basis = successor.policy().document();
        var closed = close(replaced, successor.code(), plan, basis, at, Officer.system());
        closed.ifPresentOrElse(
                closing -> LOG.info("{} took the place of {}", successor.code(), closing.scheme()),
                () -> LOG.info("{} was closed by another instance", replaced));
    }

    /** Empty when it is closed already. */
    private Optional<Closing> close(
            String scheme, String by, Replacement plan, String basis, Clock at, Officer officer) {
        var id = UuidV7.at(at.instant());
        var closing = new Closing(id, scheme, by, plan, basis, LegalDays.today(at), null);
        if (!closings.add(closing)) {
            return Optional.empty();
        }
        facts.publishEvent(new SchemeFact.Closed(closing, officer));
        return Optional.of(closing);
    }

    /** A file that is loaded on or after its first day. */
    @EventListener
    public void on(SchemeFact.VersionActivated activated) {
        schemes.newest(activated.scheme().code()).ifPresent(newest -> beginOwn(newest, clock));
    }

    public Remaining.Left left(Closing closing) {
        return remaining.left(closing);
    }

    public Optional<Closing> find(String scheme) {
        return closings.find(scheme);
    }
}
