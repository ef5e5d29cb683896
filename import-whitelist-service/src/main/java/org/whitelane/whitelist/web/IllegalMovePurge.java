package org.whitelane.whitelist.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/** The list is bounded, in days and in rows; every instance may look. */
@Component
class IllegalMovePurge {

    private final IllegalMoves moves;
    private final Duration keep;
    private final long rows;
    private final Clock clock;

    IllegalMovePurge(
            IllegalMoves moves,
            @Value("${whitelane.illegal-moves.keep:P90D}") Duration keep,
            @Value("${whitelane.illegal-moves.rows:100000}") long rows,
            Clock clock) {
        this.moves = moves;
        this.keep = keep;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void purge() {
        moves.prune(clock.instant().minus(keep), rows);
    }
}
