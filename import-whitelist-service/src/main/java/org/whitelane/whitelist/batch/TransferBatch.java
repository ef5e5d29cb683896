package org.whitelane.whitelist.batch;

import org.springframework.stereotype.Component;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.directory.UnitListings;
import org.whitelane.whitelist.scheme.Closing;

import java.time.Clock;
import java.util.UUID;

/**
 * The batch in which a directory takes units over from a scheme that it replaces. It is numbered,
 * fixed and published as others, but nobody signs it: each unit was signed for when the old scheme
 * listed it, and what becomes of it is said by the text, or the order, that replaced the scheme.
 */
@Component
public class TransferBatch {

    private final Batches batches;
    private final BatchRooms rooms;
    private final UnitListings listings;
    private final BatchTelling telling;
    private final Clock clock;

    TransferBatch(
            Batches batches,
            BatchRooms rooms,
            UnitListings listings,
            BatchTelling telling,
            Clock clock) {
        this.batches = batches;
        this.rooms = rooms;
        this.listings = listings;
        this.telling = telling;
        this.clock = clock;
    }

    /** Where the next unit goes. */
    public record Place(UUID batch, int number, int serial) {}

    /** Before parties are locked, as by every publication. */
    public void hold(String scheme) {
        batches.holdNumbers(scheme);
    }

    /**
     * In the batch that is being filled; the first unit opens it. Those that come after it was
     * published have one of their own.
     */
    public Place next(Closing closing) {
        var id = batches.openTransfer(closing.id()).orElseGet(() -> opened(closing));
        var number = batches.find(id).orElseThrow().number();
        return new Place(id, number, listings.ofBatch(id).size() + 1);
    }

    private UUID opened(Closing closing) {
        var first = batches.find(closing.id()).isEmpty();
        var batch =
                new Batch(
                        first ? closing.id() : UuidV7.at(clock.instant()),
                        closing.replacedBy(),
                        batches.nextNumber(closing.replacedBy()),
                        closing.basis(),
                        LegalDays.today(clock),
                        Officer.system().subject());
        var room = telling.takingOver(batch);
        batches.add(batch);
        rooms.add(room);
        batches.addTransfer(batch.id(), closing.id(), closing.scheme());
        telling.moved(room, BatchAction.TAKE_OVER, Officer.system());
        return batch.id();
    }
}
