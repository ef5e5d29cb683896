package org.whitelane.chassis.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Shows readers where they stand. */
final class FeedDesk {

    private final Standings standings;
    private final Clock clock;
    private final Duration idleAfter;

    FeedDesk(Standings standings, Clock clock, Duration idleAfter) {
        this.standings = standings;
        this.clock = clock;
        this.idleAfter = idleAfter;
    }

    Optional<ReaderView> standing(String stream, FeedReader reader) {
        return standings.find(stream, reader).map(this::view);
    }

    /** Ordered by stream, issuer and subject. */
    List<ReaderView> after(String stream, FeedReader reader, int limit) {
        return standings.after(stream, reader, limit).stream().map(this::view).toList();
    }

    private ReaderView view(ReaderStanding standing) {
        return ReaderView.of(standing, clock.instant(), idleAfter);
    }
}
