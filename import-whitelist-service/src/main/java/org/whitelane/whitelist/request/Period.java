package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a limit: from its start to its end, in pieces that run and pieces that stand still. A
 * piece does not count its first day and counts its last, as the law counts (Administrative
 * Licensing Law Art. 82), so the pieces' days add up.
 *
 * @param end null while it is open
 * @param extended whether the limit was extended
 */
record Period(Running limit, List<Piece> pieces, @Nullable LocalDate end, boolean extended) {

    Period {
        pieces = List.copyOf(pieces);
    }

    /**
     * @param to null while it lasts
     */
    record Piece(boolean running, LocalDate from, @Nullable LocalDate to) {

        Piece until(LocalDate day) {
            return new Piece(running, from, day);
        }
    }

    static Period begin(Running limit, LocalDate on, RequestStatus status) {
        return new Period(
                limit, List.of(new Piece(limit.runs().contains(status), on, null)), null, false);
    }

    boolean open() {
        return end == null;
    }

    LocalDate start() {
        return pieces.getFirst().from();
    }

    /** Stops, goes on, or just lasts. */
    Period in(RequestStatus status, LocalDate on) {
        var runs = limit.runs().contains(status);
        if (pieces.getLast().running() == runs) {
            return this;
        }
        var next = new ArrayList<>(closed(on));
        next.add(new Piece(runs, on, null));
        return new Period(limit, next, null, extended);
    }

    Period ended(LocalDate on) {
        return new Period(limit, closed(on), on, extended);
    }

    Period longer() {
        return new Period(limit, pieces, end, true);
    }

    /** As at the end of a day, which is not before the last piece's first. */
    Period at(LocalDate day) {
        return open() ? new Period(limit, closed(day), null, extended) : this;
    }

    private List<Piece> closed(LocalDate on) {
        var all = new ArrayList<>(pieces);
        all.set(all.size() - 1, all.getLast().until(on));
        return all;
    }
}
