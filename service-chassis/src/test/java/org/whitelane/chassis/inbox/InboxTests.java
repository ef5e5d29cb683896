package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.dao.CannotAcquireLockException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

/** Order, repetition and waiting. */
class InboxTests extends InboxBench {

    @Test
    void appliesInOrderAndDropsWhatComesAgain() {
        assertThat(take(1)).isEqualTo(Tally.APPLIED);
        assertThat(take(1)).isEqualTo(Tally.DUPLICATE);
        assertThat(take(2)).isEqualTo(Tally.APPLIED);
        assertThat(take(1)).isEqualTo(Tally.DUPLICATE);

        assertApplied(2);
        assertThat(parked()).isEmpty();
    }

    @Test
    void waitsForAMissingVersionAndGoesOnByItself() {
        take(1);
        assertThat(take(3)).isEqualTo(Tally.PARKED);
        assertThat(take(5)).isEqualTo(Tally.PARKED);
        assertThat(take(4)).isEqualTo(Tally.PARKED);
        assertThat(take(4)).isEqualTo(Tally.DUPLICATE);
        assertThat(parked()).first().extracting("reason").isEqualTo("waits for version 2");

        assertThat(take(2)).isEqualTo(new Tally(4, 0, 0, 0));

        assertApplied(5);
        assertThat(statuses()).containsExactly("3 APPLIED", "4 APPLIED", "5 APPLIED");
        assertThat(row()).isEqualTo(new InboxRows.Row(5, 0));
    }

    @Test
    void appliesOnceInOrderHoweverTheRecordsArrive() {
        var random = new Random(20260102);
        for (int round = 0; round < 60; round++) {
            aggregate = "shuffled-" + round;
            var arrivals = new ArrayList<Long>();
            for (long version = 1; version <= 6; version++) {
                arrivals.addAll(Collections.nCopies(1 + random.nextInt(3), version));
            }
            Collections.shuffle(arrivals, random);
            long applied = arrivals.stream().mapToLong(version -> take(version).applied()).sum();

            assertApplied(6);
            assertThat(applied).isEqualTo(6);
            assertThat(row()).isEqualTo(new InboxRows.Row(6, 0));
        }
    }

    @Test
    void stepsOverUnknownTypesAndKeepsTheOrder() {
        take(1);
        var unknown = "org.whitelane.notification.subscription-moved.v1";
        assertThat(take(Records.event(aggregate, 4).with("ce_type", unknown)))
                .isEqualTo(Tally.PARKED);
        assertThat(take(Records.event(aggregate, 2).with("ce_type", unknown)))
                .isEqualTo(Tally.UNKNOWN);
        assertThat(take(3)).isEqualTo(new Tally(1, 0, 1, 0));
        assertThat(take(5)).isEqualTo(Tally.APPLIED);

        assertThat(effects.versions(aggregate)).containsExactly(1L, 3L, 5L);
    }

    @Test
    void waitsForEverForAPartThatIsAwayAndParksNothing() {
        take(2);
        effects.failOn(aggregate, 1, () -> new Unavailable("SMTP is away", null));
        assertThatThrownBy(() -> take(1)).isInstanceOf(Unavailable.class);
        effects.failOn(aggregate, 1, () -> new CannotAcquireLockException("deadlock"));
        assertThatThrownBy(() -> take(1)).isInstanceOf(CannotAcquireLockException.class);
        effects.heal(aggregate, 1);
        // away in the middle of the queue: everything is undone and comes again
        effects.failOn(aggregate, 2, () -> new Unavailable("SMTP is away", null));
        assertThatThrownBy(() -> take(1)).isInstanceOf(Unavailable.class);
        assertThat(effects.versions(aggregate)).isEmpty();
        assertThat(statuses()).containsExactly("2 WAITING");

        effects.heal(aggregate, 2);
        take(1);

        assertApplied(2);
    }

    @Test
    void setsTheIdsOfTheEventWhileItIsHandled() {
        var trace = "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01";
        take(
                Records.event(aggregate, 1)
                        .with("traceparent", trace)
                        .with("ce_correlationid", "c-1"));

        assertThat(effects.contexts.get(aggregate))
                .containsEntry("correlationId", "c-1")
                .containsEntry("trace.id", "a".repeat(32))
                .containsKey("causationId");
        assertThat(MDC.get("correlationId")).isNull();
        assertThat(MDC.get("trace.id")).isNull();
    }
}
