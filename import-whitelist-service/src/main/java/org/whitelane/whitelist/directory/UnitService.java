package org.whitelane.whitelist.directory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.ban.Ban;
import org.whitelane.whitelist.ban.BanService;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.directory.UnitOutcome.Done;
import org.whitelane.whitelist.directory.UnitOutcome.Not;
import org.whitelane.whitelist.directory.UnitOutcome.OtherVersion;
import org.whitelane.whitelist.entry.EntryCommand;
import org.whitelane.whitelist.entry.EntryService;
import org.whitelane.whitelist.scheme.Schemes;

import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * Load, decide, save, tell: what the office does with a unit's place. What the unit has on the list
 * ends with its place, in one transaction.
 */
@Service
public class UnitService {

    private final UnitListings listings;
    private final Directory directory;
    private final EntryService entries;
    private final BanService bans;
    private final Schemes schemes;

    UnitService(
            UnitListings listings,
            Directory directory,
            EntryService entries,
            BanService bans,
            Schemes schemes) {
        this.bans = bans;
        this.listings = listings;
        this.directory = directory;
        this.entries = entries;
        this.schemes = schemes;
    }

    /**
     * @param expected the versions that the caller acts on
     */
    @Transactional
    public UnitOutcome decide(
            UUID id, UnitCommand command, Officer officer, LongPredicate expected) {
        var found =
                listings.find(id)
                        .filter(
                                place ->
                                        schemes.mayRead(
                                                place.holder().organisation(),
                                                place.scheme().code(),
                                                officer));
        if (found.isEmpty()) {
            return new Not(Refused.notFound("Unit listing " + id));
        }
        var scheme = schemes.newest(found.get().scheme().code()).orElseThrow();
        var notTheOffice = schemes.notTheOffice(scheme, officer);
        if (notTheOffice.isPresent()) {
            return new Not(notTheOffice.get());
        }
        // entries before their unit's place, as everybody: no reservation passes a suspension
        entries.lockAll(found.get().holder().organisation());
        var listing = listings.lock(id).orElseThrow();
        if (!expected.test(listing.version())) {
            return new OtherVersion(listing.version());
        }
        var to = UnitMoves.to(listing.status(), command.action());
        return to.<UnitOutcome>map(status -> new Done(moved(listing, status, command, officer)))
                .orElseGet(() -> illegal(listing, command.action(), officer));
    }

    private UnitOutcome illegal(UnitListing listing, UnitAction action, Officer officer) {
        var allowed = UnitMoves.from(listing.status());
        directory.refused(listing, action, allowed, officer);
        return new Not(
                Refused.illegalMove(
                        "Unit listing " + listing.number(),
                        listing.status(),
                        action.code(),
                        allowed));
    }

    private UnitListing moved(
            UnitListing listing, UnitStatus to, UnitCommand command, Officer officer) {
        return switch (command) {
            case UnitCommand.Suspend(var reason) -> directory.suspend(listing, reason, officer);
            case UnitCommand.Lift(var reason) -> directory.restore(listing, reason, officer);
            case UnitCommand.Remove(var reason) ->
                    ended(listing, to, new EntryCommand.Remove(reason), officer);
            case UnitCommand.Revoke(var reason, var violation) -> {
                bans.raise(
                        listing.scheme().code(),
                        listing.holder().organisation(),
                        new Ban.Cause(listing.id(), listing.number(), reason, violation),
                        officer);
                yield ended(
                        listing,
                        to,
                        new EntryCommand.Revoke(
                                reason, violation, EntryCommand.Revoke.Cause.VIOLATION),
                        officer);
            }
        };
    }

    private UnitListing ended(
            UnitListing listing, UnitStatus to, EntryCommand command, Officer officer) {
        var ended = directory.end(listing, to, command.reason(), officer);
        entries.endAll(listing.scheme().code(), listing.holder().organisation(), command, officer);
        return ended;
    }
}
