package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What cannot be applied, and what it holds up. */
class InboxParkingTests extends InboxBench {

    @Test
    void parksWhatKeepsFailingAndQueuesTheRestBehindIt() {
        effects.failOn(aggregate, 2, () -> new IllegalStateException("cannot"));
        int before = effects.calls.get();
        take(1);
        assertThat(take(2)).isEqualTo(Tally.PARKED);
        assertThat(effects.calls.get() - before).isEqualTo(1 + 4);
        assertThat(take(3)).isEqualTo(Tally.PARKED);
        assertThat(take(2)).isEqualTo(Tally.DUPLICATE);
        effects.heal(aggregate, 2);
        assertThat(take(4)).isEqualTo(Tally.PARKED);

        assertApplied(1);
        assertThat(statuses()).containsExactly("2 FAILED", "3 WAITING", "4 WAITING");
        assertThat(parked().getFirst()).containsEntry("attempts", 4);
        assertThat(parked()).first().extracting("reason").asString().contains("cannot");
        assertThat(row()).isEqualTo(new InboxRows.Row(1, 3));
        assertThat(inbox.take(consumer, Records.event(aggregate + "-other", 1).raw()))
                .isEqualTo(Tally.APPLIED);
    }

    @Test
    void undoesWhatAFailingHandlerWrote() {
        effects.failOn(aggregate, 1, () -> new IllegalStateException("after the insert"));

        take(1);

        assertThat(effects.versions(aggregate)).isEmpty();
    }

    @Test
    void parksAStringThatIsTooLongForItsColumn() {
        take(1);
        take(Records.event(aggregate, 2, "x".repeat(800_000)));

        assertThat(statuses()).containsExactly("2 FAILED");
        assertApplied(1);
    }

    @Test
    void stopsAWaitingLaneAtTheRecordThatFails() {
        effects.failOn(aggregate, 3, () -> new IllegalStateException("cannot"));
        take(4);
        take(3);
        take(2);

        assertThat(take(1)).isEqualTo(new Tally(2, 0, 0, 0));

        assertApplied(2);
        assertThat(statuses()).containsExactly("2 APPLIED", "3 FAILED", "4 WAITING");
        assertThat(row()).isEqualTo(new InboxRows.Row(2, 2));
    }

    @Test
    void parksWhatCannotBeReadInItsPlaceWithoutTryingItAgain() {
        take(1);
        take(Records.event(aggregate, 2).value("{"));
        take(3);
        take(Records.event(aggregate, 2).value("{"));

        assertThat(statuses()).containsExactly("2 FAILED", "3 WAITING");
        assertApplied(1);
    }

    @Test
    void doesNotLoseARealRecordToAForgedOneOfItsVersion() {
        take(1);
        take(Records.event(aggregate, 2).value("forged"));
        assertThat(take(2)).isEqualTo(Tally.PARKED);

        assertThat(statuses()).containsExactly("2 FAILED", "2 WAITING");
    }

    @Test
    void dropsAForgedRecordWhoseVersionAnotherWasAppliedAs() {
        take(Records.event(aggregate, 2).value("forged"));
        take(2);

        take(1);

        assertApplied(2);
        assertThat(statuses()).containsExactly("2 DUPLICATE", "2 APPLIED");
        assertThat(row()).isEqualTo(new InboxRows.Row(2, 0));
    }

    @Test
    void parksEachRecordWithoutAnIdOnceAndHoldsNobodyUp() {
        take(1);
        var tombstone = Records.event(aggregate, 2).bare().value((String) null);
        var delivered = tombstone.raw();
        assertThat(inbox.take(consumer, delivered)).isEqualTo(Tally.PARKED);
        assertThat(inbox.take(consumer, delivered)).isEqualTo(Tally.DUPLICATE);
        assertThat(take(tombstone)).isEqualTo(Tally.PARKED);
        assertThat(take(2)).isEqualTo(Tally.APPLIED);

        assertThat(statuses()).containsExactly("null FAILED", "null FAILED");
        assertApplied(2);
    }

    @Test
    void parksBytesThatNoTextColumnWouldTake() {
        var record =
                Records.event(aggregate, 1)
                        .with("nul\u0000", "\u0000")
                        .key(new byte[] {0, -1})
                        .value(new byte[] {0, -1});

        assertThat(take(record)).isEqualTo(Tally.PARKED);
        assertThat(take(Records.event(aggregate, 1).value("{\"locale\":\"\u0000\"}")))
                .isEqualTo(Tally.PARKED);
    }

    @Test
    void undoesAloneWhatTheDatabaseRefusedInTheMiddleOfAQueue() {
        take(Records.event(aggregate, 3, "x".repeat(41)));
        take(2);

        assertThat(take(1)).isEqualTo(new Tally(2, 0, 0, 0));

        assertApplied(2);
        assertThat(statuses()).containsExactly("2 APPLIED", "3 FAILED");
        assertThat(parked()).last().extracting("attempts").isEqualTo(4);
    }
}
