package org.whitelane.whitelist.ban;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.ban.BanOutcome.Done;
import org.whitelane.whitelist.ban.BanOutcome.Not;
import org.whitelane.whitelist.ban.BanOutcome.OtherVersion;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.MoveRefused;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.scheme.BanRule.Reach;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Raises bans where a scheme says so, and lets its office lift them. */
@Service
public class BanService {

    private final Bans bans;
    private final Schemes schemes;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    BanService(Bans bans, Schemes schemes, ApplicationEventPublisher facts, Clock clock) {
        this.bans = bans;
        this.schemes = schemes;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * In the transaction that revokes. Where a scheme's sources do not say how long, nobody is
     * banned: what is not known is never made up.
     */
    public Optional<Ban> raise(String scheme, String organisation, Ban.Cause cause, Officer by) {
        var version = schemes.newest(scheme).orElseThrow();
        var rule = version.effects().banRule();
        if (rule == null) {
            return Optional.empty();
        }
        var today = LegalDays.today(clock);
        return switch (rule.until(today, version)) {
            case Reach.Nowhere() -> Optional.empty();
            case Reach.To(var lastDay) ->
                    Optional.of(raised(ban(version, organisation, cause, today, lastDay), by));
            case Reach.Open() ->
                    Optional.of(raised(ban(version, organisation, cause, today, null), by));
        };
    }

    /**
     * @param expected the versions that the caller acts on
     */
    @Transactional
    public BanOutcome lift(UUID id, String reason, Officer officer, LongPredicate expected) {
        var found = bans.lock(id);
        if (found.isEmpty()
                || !schemes.mayRead(found.get().organisation(), found.get().scheme(), officer)) {
            return new Not(Refused.notFound("Ban " + id));
        }
        var ban = found.get();
        var scheme = schemes.newest(ban.scheme()).orElseThrow();
        var notTheOffice = schemes.notTheOffice(scheme, officer);
        if (notTheOffice.isPresent()) {
            return new Not(notTheOffice.get());
        }
        if (!expected.test(ban.version())) {
            return new OtherVersion(ban.version());
        }
        if (ban.lifting() != null) {
            facts.publishEvent(
                    new MoveRefused("ban", id.toString(), "LIFTED", "lift", List.of(), officer));
            return new Not(Refused.illegalMove("Ban " + id, "lifted", "lift", List.of()));
        }
        var lifting = new Ban.Lifting(LegalDays.today(clock), reason);
        var lifted = ban.lifted(lifting);
        bans.lift(lifted, lifting);
        facts.publishEvent(new BanFact.Lifted(ban, lifted, officer));
        return new Done(lifted);
    }

    private Ban raised(Ban ban, Officer by) {
        bans.add(ban);
        facts.publishEvent(new BanFact.Raised(ban, by));
        return ban;
    }

    private Ban ban(
            PilotScheme scheme,
            String organisation,
            Ban.Cause cause,
            LocalDate from,
            @Nullable LocalDate until) {
        var rule = Objects.requireNonNull(scheme.effects().banRule());
        return new Ban(
                UuidV7.at(clock.instant()),
                scheme.code(),
                scheme.version(),
                organisation,
                cause,
                rule.kind(),
                from,
                until,
                null,
                1);
    }
}
