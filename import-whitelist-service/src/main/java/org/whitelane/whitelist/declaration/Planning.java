package org.whitelane.whitelist.declaration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.events.UuidV7;
import org.whitelane.kernel.Converted;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.declaration.DeclarationOutcome.Done;
import org.whitelane.whitelist.declaration.DeclarationOutcome.Not;
import org.whitelane.whitelist.entry.Entries;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.time.Clock;
import java.util.UUID;

/** A unit plans an import under its entry; the plan holds nothing yet. */
@Service
public class Planning {

    private final Entries entries;
    private final DeclarationRoom room;
    private final Declarations declarations;
    private final ApplicationEventPublisher changes;
    private final Clock clock;

    Planning(
            Entries entries,
            DeclarationRoom room,
            Declarations declarations,
            ApplicationEventPublisher changes,
            Clock clock) {
        this.entries = entries;
        this.room = room;
        this.declarations = declarations;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public DeclarationOutcome plan(UUID entryId, Amount quantity, Officer officer) {
        var found =
                entries.find(entryId)
                        .filter(entry -> officer.actsFor(entry.holder().organisation()));
        if (found.isEmpty()) {
            return new Not(Refused.notFound("Entry " + entryId));
        }
        var entry = found.get();
        if (!entry.status().isLive()) {
            return new Not(
                    Refused.conflict(
                            "entry-over",
                            "Entry %s is %s; nothing can be imported under it."
                                    .formatted(entry.number(), entry.status())));
        }
        return switch (room.context(entry).inEntryUnit(quantity)) {
            case Converted.Impossible(var why) ->
                    new Not(DeclarationDecider.notConvertible(why).refused());
            case Converted.To(var converted) ->
                    new Done(
                            added(
                                    entry,
                                    ImportDeclaration.Load.planned(
                                            quantity, converted.amount().value(), converted.unit()),
                                    officer));
        };
    }

    private ImportDeclaration added(
            WhitelistEntry entry, ImportDeclaration.Load load, Officer officer) {
        var plan =
                new ImportDeclaration(
                        UuidV7.at(clock.instant()),
                        entry.id(),
                        entry.scheme().code(),
                        entry.holder().organisation(),
                        DeclarationStatus.PLANNED,
                        load,
                        null,
                        null,
                        null,
                        1);
        declarations.add(plan);
        changes.publishEvent(
                new DeclarationChanged(
                        null, plan, DeclarationAction.PLAN, entry.number(), room.today(), officer));
        return plan;
    }
}
