package org.whitelane.whitelist.entry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.ban.Ban;
import org.whitelane.whitelist.ban.BanService;
import org.whitelane.whitelist.core.MoveRefused;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.entry.EntryOutcome.Done;
import org.whitelane.whitelist.entry.EntryOutcome.Not;
import org.whitelane.whitelist.entry.EntryOutcome.OtherVersion;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Load, decide, save, tell: what officers do with an entry. */
@Service
public class EntryService {

    private final Entries entries;
    private final Schemes schemes;
    private final BanService bans;
    private final ApplicationEventPublisher facts;

    EntryService(
            Entries entries, Schemes schemes, BanService bans, ApplicationEventPublisher facts) {
        this.entries = entries;
        this.bans = bans;
        this.schemes = schemes;
        this.facts = facts;
    }

    /**
     * @param expected the versions that the caller acts on
     */
    @Transactional
    public EntryOutcome decide(
            UUID id, EntryCommand command, Officer officer, LongPredicate expected) {
        var found = locked(id, command);
        if (found.isEmpty()) {
            return new Not(Refused.notFound("Entry " + id));
        }
        var entry = found.get();
        var objection = EntryDecider.objection(entry, command.action(), officer, members(entry));
        if (objection.isPresent()) {
            return new Not(objection.get());
        }
        if (!expected.test(entry.version())) {
            return new OtherVersion(entry.version());
        }
        var illegal = EntryDecider.illegal(entry, command.action());
        if (illegal.isPresent()) {
            facts.publishEvent(refused(entry, command.action(), officer));
            return new Not(illegal.get());
        }
        return new Done(carriedOut(entry, command, officer));
    }

    private static MoveRefused refused(WhitelistEntry entry, EntryAction action, Officer officer) {
        return new MoveRefused(
                "entry",
                entry.id().toString(),
                entry.status().name(),
                action.code(),
                EntryMoves.from(entry.status()),
                officer);
    }

    /** A ban takes the unit's other entries along: all of them are locked, in their order. */
    private Optional<WhitelistEntry> locked(UUID id, EntryCommand command) {
        if (command instanceof EntryCommand.Revoke) {
            entries.find(id).ifPresent(e -> entries.lockLive(e.holder().organisation()));
        }
        return entries.lock(id);
    }

    private WhitelistEntry carriedOut(WhitelistEntry before, EntryCommand command, Officer by) {
        var entry = moved(before, command, by);
        if (command instanceof EntryCommand.Revoke revoke
                && revoke.cause() == EntryCommand.Revoke.Cause.VIOLATION) {
            ban(entry, revoke, by);
        }
        return entry;
    }

    private void ban(WhitelistEntry entry, EntryCommand.Revoke revoke, Officer by) {
        var scheme = entry.scheme().code();
        var unit = entry.holder().organisation();
        var cause = new Ban.Cause(entry.id(), entry.number(), revoke.reason(), revoke.violation());
        if (bans.raise(scheme, unit, cause, by).isPresent()) {
            endAll(scheme, unit, revoke, by);
        }
    }

    /** Who stands in the scheme's place decides for the system, e.g. where it was replaced. */
    @Transactional
    public boolean end(UUID id, EntryCommand command, Officer by) {
        var entry =
                entries.lock(id)
                        .filter(live -> EntryDecider.illegal(live, command.action()).isEmpty());
        entry.ifPresent(live -> moved(live, command, by));
        return entry.isPresent();
    }

    /** All that a unit has under a scheme, where its place in the scheme has ended. */
    public void endAll(String scheme, String unit, EntryCommand command, Officer by) {
        entries.lockLive(unit).stream()
                .filter(entry -> entry.scheme().code().equals(scheme))
                .filter(entry -> EntryDecider.illegal(entry, command.action()).isEmpty())
                .forEach(entry -> moved(entry, command, by));
    }

    /** The same, of what lives on that day: the rest has expired, whoever says so first. */
    public void endOutlasting(
            LocalDate day, String scheme, String unit, EntryCommand command, Officer by) {
        entries.lockLive(unit).stream()
                .filter(entry -> entry.scheme().code().equals(scheme))
                .filter(entry -> !entry.terms().endsBefore(day))
                .filter(entry -> EntryDecider.illegal(entry, command.action()).isEmpty())
                .forEach(entry -> moved(entry, command, by));
    }

    /** For who locks something of the unit's after its entries. */
    public void lockAll(String unit) {
        entries.lockLive(unit);
    }

    private WhitelistEntry moved(WhitelistEntry before, EntryCommand command, Officer by) {
        var state = before.state();
        var reason = command.reason();
        return switch (command) {
            case EntryCommand.Suspend _ -> {
                var entry = saved(before, state.to(EntryStatus.SUSPENDED, reason));
                facts.publishEvent(new EntryFact.EntrySuspended(before, entry, by));
                yield entry;
            }
            case EntryCommand.Lift _ -> {
                var full = state.isTakenUp();
                var next = full ? EntryStatus.EXHAUSTED : EntryStatus.ACTIVE;
                var entry = saved(before, state.to(next, null));
                facts.publishEvent(new EntryFact.EntryLifted(before, entry, reason, by));
                yield entry;
            }
            case EntryCommand.Revoke revoke -> {
                var entry = saved(before, state.to(EntryStatus.REVOKED, reason));
                facts.publishEvent(
                        new EntryFact.EntryRevoked(before, entry, revoke.violation(), by));
                yield entry;
            }
            case EntryCommand.Remove _ -> {
                var entry = saved(before, state.to(EntryStatus.REMOVED, reason));
                facts.publishEvent(new EntryFact.EntryRemoved(before, entry, by));
                yield entry;
            }
        };
    }

    private WhitelistEntry saved(WhitelistEntry before, EntryState state) {
        return entries.save(before.with(state));
    }

    private Members members(WhitelistEntry entry) {
        return schemes.members(schemes.version(entry.scheme().code(), entry.scheme().version()));
    }
}
