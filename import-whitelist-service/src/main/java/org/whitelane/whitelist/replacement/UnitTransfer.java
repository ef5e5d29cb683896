package org.whitelane.whitelist.replacement;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.batch.TransferBatch;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.directory.UnitTakeover;
import org.whitelane.whitelist.entry.EntryCommand;
import org.whitelane.whitelist.entry.EntryService;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Closing;
import org.whitelane.whitelist.scheme.Replacement;

/** Ends what a unit has under a closed scheme, and gives it its place under the new one. */
@Component
class UnitTransfer {

    private final Parties parties;
    private final Remaining remaining;
    private final EntryService entries;
    private final UnitTakeover directory;
    private final TransferBatch batches;

    UnitTransfer(
            Parties parties,
            Remaining remaining,
            EntryService entries,
            UnitTakeover directory,
            TransferBatch batches) {
        this.parties = parties;
        this.remaining = remaining;
        this.entries = entries;
        this.directory = directory;
        this.batches = batches;
    }

    /** False where the unit has to wait. */
    boolean end(Closing closing, String unit) {
        var moves = closing.plan().entries() == Replacement.Entries.MIGRATE_UNITS;
        if (moves) {
            // the scheme's counter before parties, as every batch
            batches.hold(closing.replacedBy());
        }
        var party = parties.forDecision(unit);
        if (moves && party instanceof PartyKnowledge.NotKnownYet) {
            return false;
        }
        var why = closing.why();
        var system = Officer.system();
        entries.endAll(closing.scheme(), unit, new EntryCommand.Remove(why), system);
        var heldBack = directory.leave(closing.scheme(), unit, why, system);
        if (moves && !heldBack && party instanceof PartyKnowledge.Known known) {
            takeOver(closing, known, system);
        }
        return true;
    }

    /** Who would not be let in today has to ask; nothing fails open. */
    private void takeOver(Closing closing, PartyKnowledge.Known party, Officer system) {
        var request = remaining.requestOf(closing, party.party().id());
        directory
                .place(closing.replacedBy(), party, request)
                .ifPresent(
                        unit -> {
                            var place = batches.next(closing);
                            directory.enter(
                                    unit.in(place.batch(), place.number(), place.serial()), system);
                        });
    }
}
