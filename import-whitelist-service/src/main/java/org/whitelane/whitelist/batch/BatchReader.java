package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.TieReader;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads batches for those who may see them; for others they are not there. */
@Component
public class BatchReader {

    private final BatchRooms rooms;
    private final BatchArchive archive;
    private final BatchCases cases;
    private final Schemes schemes;
    private final TieReader ties;

    BatchReader(
            BatchRooms rooms,
            BatchArchive archive,
            BatchCases cases,
            Schemes schemes,
            TieReader ties) {
        this.rooms = rooms;
        this.archive = archive;
        this.cases = cases;
        this.schemes = schemes;
        this.ties = ties;
    }

    public Optional<Seen> batch(UUID id, Officer officer) {
        return rooms.find(id)
                .map(room -> standing(room, officer))
                .filter(BatchStanding::maySee)
                .map(this::seen);
    }

    /** With what stands around it. */
    public Seen seen(BatchRoom room, Officer officer) {
        return seen(standing(room, officer));
    }

    private Seen seen(BatchStanding standing) {
        var room = standing.room();
        return new Seen(
                room,
                standing,
                cases.of(room),
                archive.contents(room.id()),
                nextDate(schemes.newest(room.scheme()).orElseThrow()).orElse(null));
    }

    /** The first day of the scheme's next turn; empty when nothing is to be waited for. */
    Optional<LocalDate> nextDate(PilotScheme scheme) {
        var last = archive.lastPublishedOn(scheme.code()).orElse(null);
        return PublicationDates.next(scheme.governance().cadence(), last);
    }

    /**
     * What the officer has to sign on that day; empty while nothing is frozen, or without a seat.
     */
    public Optional<String> statement(BatchRoom room, Officer officer, LocalDate day) {
        var frozen = room.frozen();
        var organisation = officer.organisation();
        if (frozen == null || organisation == null) {
            return Optional.empty();
        }
        return standing(room, officer)
                .members()
                .roleOf(organisation)
                .filter(frozen.signatories()::contains)
                .map(role -> frozen.statement(room, role, organisation, day));
    }

    public List<BatchRoom> page(
            Officer officer, @Nullable BatchStatus status, @Nullable UUID after, int limit) {
        return rooms.page(
                schemes.seatsOf(officer.organisation()),
                officer.isAuditor() ? schemes.codes() : List.of(),
                status,
                after,
                limit);
    }

    BatchStanding standing(BatchRoom room, Officer officer) {
        var scheme = schemes.newest(room.scheme()).orElseThrow();
        return new BatchStanding(room, schemes.members(scheme), officer, ties.names(officer));
    }

    /**
     * @param nextDate the first day of the scheme's next turn; null when there is none
     */
    public record Seen(
            BatchRoom room,
            BatchStanding standing,
            List<BatchCase> requests,
            BatchContents contents,
            @Nullable LocalDate nextDate) {}
}
