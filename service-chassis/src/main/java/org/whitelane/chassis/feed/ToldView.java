package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who was told of an event by acknowledgement or delivery, and, once it is superseded, who of them
 * was told that.
 */
record ToldView(Statement event, List<ReaderTold> readers, @Nullable Coverage correction) {

    record ReaderTold(String issuer, String subject, Told.State state, @Nullable Instant since) {

        static ReaderTold of(Told told) {
            return new ReaderTold(
                    told.reader().issuer(), told.reader().subject(), told.state(), told.since());
        }
    }

    /**
     * Of the readers to whom the old fact was delivered, whether they acknowledged it or not.
     *
     * @param event the one that supersedes it
     * @param told how many they are
     * @param corrected acknowledged the correction
     * @param delivered were given it, and have not acknowledged it yet
     * @param pending will be given it when they ask
     * @param withheld will not: their grant has ended or does not cover it; somebody must tell them
     * @param share corrected / told, 0 to 1; null when nobody was told
     */
    record Coverage(
            Statement event,
            List<ReaderTold> readers,
            int told,
            int corrected,
            int delivered,
            int pending,
            int withheld,
            @Nullable Double share) {}

    static ToldView of(Statement event, List<Told> told) {
        return new ToldView(event, told.stream().map(ReaderTold::of).toList(), null);
    }

    ToldView corrected(Statement by, List<Told> told) {
        var wereTold =
                readers.stream()
                        .filter(
                                r ->
                                        r.state == Told.State.ACKNOWLEDGED
                                                || r.state == Told.State.DELIVERED)
                        .map(r -> new FeedReader(r.issuer, r.subject))
                        .collect(Collectors.toSet());
        var again = told.stream().filter(t -> wereTold.contains(t.reader())).toList();
        Map<Told.State, Long> states =
                again.stream()
                        .map(Told::state)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        int corrected = count(states, Told.State.ACKNOWLEDGED);
        int delivered = count(states, Told.State.DELIVERED);
        int withheld = count(states, Told.State.WITHHELD);
        return new ToldView(
                event,
                readers,
                new Coverage(
                        by,
                        again.stream().map(ReaderTold::of).toList(),
                        wereTold.size(),
                        corrected,
                        delivered,
                        wereTold.size() - corrected - delivered - withheld,
                        withheld,
                        wereTold.isEmpty() ? null : (double) corrected / wereTold.size()));
    }

    private static int count(Map<Told.State, Long> states, Told.State state) {
        return Math.toIntExact(states.getOrDefault(state, 0L));
    }
}
