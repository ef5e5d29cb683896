package org.whitelane.whitelist.batch;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.directory.UnitListings;
import org.whitelane.whitelist.scheme.Closing;
import org.whitelane.whitelist.scheme.Schemes;

import java.util.List;

/** Publishes what a directory has taken over, in the transaction of the caller. */
@Component
public class TransferPublication {

    private final Batches batches;
    private final BatchRooms rooms;
    private final UnitListings listings;
    private final Schemes schemes;
    private final BatchTelling telling;

    TransferPublication(
            Batches batches,
            BatchRooms rooms,
            UnitListings listings,
            Schemes schemes,
            BatchTelling telling) {
        this.batches = batches;
        this.rooms = rooms;
        this.listings = listings;
        this.schemes = schemes;
        this.telling = telling;
    }

    /** Nothing where there is nothing new. */
    public void publish(Closing closing) {
        batches.openTransfer(closing.id())
                .flatMap(rooms::lock)
                .ifPresent(room -> publish(room, closing));
    }

    private void publish(BatchRoom room, Closing closing) {
        var system = Officer.system();
        var step = telling.step(BatchAction.COMPLETE, system);
        var units = listings.ofBatch(room.id());
        var published =
                rooms.save(
                        room.withFrozen(
                                        FrozenContent.ofUnits(
                                                room, units, system.subject(), step.at()))
                                .moved(BatchStatus.PUBLISHED, step));
        batches.publishedOn(room.id(), LegalDays.on(step.at()));
        telling.published(
                new BatchFact.BatchPublished(
                        batches.find(room.id()).orElseThrow(),
                        published,
                        schemes.newest(room.scheme()).orElseThrow(),
                        List.of(),
                        List.of(),
                        units,
                        new ListDiff(List.of(), List.of(), List.of()),
                        closing.scheme(),
                        system));
    }
}
