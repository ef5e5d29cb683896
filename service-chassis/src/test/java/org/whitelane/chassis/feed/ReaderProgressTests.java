package org.whitelane.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whitelane.chassis.feed.ReaderProgress.Acknowledged;

import java.time.Instant;
import java.util.List;

class ReaderProgressTests {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final byte[] HASH = new byte[32];
    private static final TypeFilter SOME = new TypeFilter(List.of("a*"));
    private static final TypeFilter FEW = new TypeFilter(List.of("ab"));

    private static final ReaderProgress BEGUN = ReaderProgress.begin("one", NOW);

    @Test
    void whatWasDeliveredCanBeAcknowledgedAndNothingElse() {
        var read = BEGUN.delivered(page(0, 10)).delivered(page(10, 20));

        assertThat(newly(read, 15).stretch()).isEqualTo(page(0, 15));
        assertThat(read.acknowledge(21, HASH, NOW)).isEqualTo(new Acknowledged.NeverDelivered(20));
        assertThat(BEGUN.acknowledge(1, HASH, NOW)).isEqualTo(new Acknowledged.NeverDelivered(0));
    }

    @Test
    void theNextAcknowledgementTellsOnlyWhatIsNew() {
        var once = newly(BEGUN.delivered(page(0, 20)), 8).progress();

        assertThat(once.acknowledged()).isEqualTo(8);
        assertThat(newly(once, 20).stretch()).isEqualTo(page(8, 20));
        assertThat(before(once, 8)).isEqualTo(once);
        assertThat(before(once, 3)).isEqualTo(once);
    }

    @Test
    void aReplayLeavesTheAcknowledgedPlaceWhereItIs() {
        var reached = newly(BEGUN.delivered(page(0, 20)), 20).progress();
        var replayed = reached.delivered(page(0, 5));

        assertThat(replayed.acknowledged()).isEqualTo(20);
        assertThat(replayed.ahead()).isEqualTo(reached.ahead());
        var confirmed = newly(replayed, 5);
        assertThat(confirmed.stretch()).isEqualTo(page(0, 5));
        assertThat(confirmed.progress().acknowledged()).isEqualTo(20);
        assertThat(before(confirmed.progress(), 5)).as("once").isEqualTo(confirmed.progress());
    }

    @Test
    void aReplayThatGoesOnBeyondIsTheWayForward() {
        var reached = newly(BEGUN.delivered(page(0, 20)), 20).progress();
        var beyond = reached.delivered(page(0, 15)).delivered(page(15, 30));

        var next = newly(beyond, 25);

        assertThat(next.stretch()).isEqualTo(page(0, 25));
        assertThat(next.progress().acknowledged()).isEqualTo(25);
        assertThat(next.progress().ahead()).isEqualTo(page(25, 30));
        assertThat(next.progress().again()).isNull();
    }

    @Test
    void whoFetchesAFewInBetweenLosesNothingOfWhatCameBefore() {
        var read = BEGUN.delivered(page(0, 20)).delivered(page(300, 303));

        assertThat(newly(read, 20).stretch()).isEqualTo(page(0, 20));
        assertThat(newly(read, 303).stretch()).isEqualTo(page(300, 303));
    }

    @Test
    void onlyWhatEveryPageGaveInFullWasGivenInFull() {
        var read = BEGUN.delivered(page(0, 10, SOME)).delivered(page(10, 20, FEW));

        assertThat(newly(read, 20).stretch().types()).isEqualTo(FEW);
        var again = read.delivered(page(0, 30));
        assertThat(newly(again, 30).stretch())
                .as("read once more as a whole")
                .isEqualTo(page(0, 30));
        var part = read.delivered(page(5, 15));
        assertThat(part.ahead()).as("read once more in part").isEqualTo(read.ahead());
    }

    @Test
    void aDisputeLastsUntilAnAcknowledgementThereOrLaterFits() {
        var disputed = BEGUN.delivered(page(0, 20)).disputed(10, HASH, NOW);

        assertThat(newly(disputed, 9).progress().dispute()).isNotNull();
        assertThat(newly(disputed, 10).progress().dispute()).isNull();
        var late = newly(BEGUN.delivered(page(0, 20)), 20).progress().disputed(10, HASH, NOW);
        assertThat(before(late, 9).dispute()).isNotNull();
        assertThat(before(late, 20).dispute()).isNull();
    }

    @Test
    void whoReadsTheTopicIsBelievedWhateverTheFeedDelivered() {
        var topic =
                (Acknowledged.Newly)
                        BEGUN.delivered(page(0, 20)).acknowledgeTopic(9, HASH, TypeFilter.ALL, NOW);

        assertThat(topic.stretch()).isEqualTo(page(0, 9));
        assertThat(newly(topic.progress(), 20).stretch()).isEqualTo(page(9, 20));
        var beyond =
                (Acknowledged.Newly)
                        topic.progress().acknowledgeTopic(30, HASH, TypeFilter.ALL, NOW);
        assertThat(beyond.stretch()).isEqualTo(page(9, 30));
        assertThat(beyond.progress().acknowledged()).isEqualTo(30);
        assertThat(beyond.progress().acknowledgeTopic(30, HASH, TypeFilter.ALL, NOW))
                .isEqualTo(new Acknowledged.Before(beyond.progress()));
    }

    private static Acknowledged.Newly newly(ReaderProgress progress, long position) {
        return (Acknowledged.Newly) progress.acknowledge(position, HASH, NOW);
    }

    private static ReaderProgress before(ReaderProgress progress, long position) {
        return ((Acknowledged.Before) progress.acknowledge(position, HASH, NOW)).progress();
    }

    private static Stretch page(long from, long to) {
        return page(from, to, TypeFilter.ALL);
    }

    private static Stretch page(long from, long to, TypeFilter types) {
        return new Stretch(from, to, types, NOW);
    }
}
