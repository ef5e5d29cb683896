package org.whitelane.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class SorterTests {

    private final List<Item> told = new ArrayList<>();
    private final Sorter sorter = new Sorter(new Listening());

    @Test
    void tellsInTheOrderOfPositionsWhateverTheOrderOfArrival() {
        var arriving = new ArrayList<Integer>();
        for (int i = 1; i <= 500; i++) {
            arriving.add(i);
        }
        Collections.shuffle(arriving, new Random(3));
        arriving.forEach(position -> sorter.add(0, entry(position, position)));
        sorter.finish();

        assertThat(positions()).hasSize(500).isSorted();
        assertThat(sorter.repeated()).isZero();
    }

    @Test
    void dropsWhatComesAgainWhetherItWasToldOrWaits() {
        for (int position : new int[] {1, 1, 3, 3, 2, 2, 1}) {
            sorter.add(0, entry(position, position));
        }
        sorter.finish();

        assertThat(positions()).containsExactly(1L, 2L, 3L);
        assertThat(sorter.repeated()).isEqualTo(4);
    }

    @Test
    void anotherContentAtAKnownPositionIsAnAlarm() {
        sorter.add(0, entry(1, 1));
        sorter.add(1, entry(1, 9));
        sorter.add(0, entry(3, 3));
        sorter.add(1, entry(3, 8));

        assertThat(told)
                .filteredOn(Item.Forged.class::isInstance)
                .hasSize(2)
                .first()
                .extracting(item -> ((Item.Forged) item).why())
                .asString()
                .contains("position 1 comes twice with different content, ids id-1 and id-9");
    }

    @Test
    void whatIsMissingAtTheEndLeavesAGap() {
        sorter.add(0, entry(1, 1));
        sorter.add(0, entry(4, 4));
        assertThat(positions()).containsExactly(1L);
        sorter.finish();
        assertThat(positions()).containsExactly(1L, 4L);
    }

    @Test
    void aPartitionFarAheadWaitsForTheOthers() {
        var zero = new TopicPartition("t", 0);
        var one = new TopicPartition("t", 1);
        sorter.add(1, entry(2, 2));
        for (int position = 3; position <= 100_010; position++) {
            sorter.add(0, entry(position, position));
        }

        assertThat(sorter.isAhead(0, List.of(zero, one))).isTrue();
        assertThat(sorter.isAhead(1, List.of(zero, one))).isFalse();
        assertThat(sorter.isAhead(0, List.of(zero))).as("alone").isFalse();
        sorter.add(1, entry(1, 1));
        assertThat(sorter.isAhead(0, List.of(zero, one))).isFalse();
    }

    private List<Long> positions() {
        return told.stream().map(item -> ((Item.Entry) item).position()).toList();
    }

    private static Item.Entry entry(long position, int content) {
        var bytes = new byte[] {(byte) content, (byte) (content >> 8), (byte) (content >> 16)};
        return new Item.Entry(position, "id-" + content, bytes, bytes, true, 0);
    }

    private final class Listening implements Source.Walk {
        @Override
        public void accept(Item item) {
            told.add(item);
        }

        @Override
        public void ends(long position, byte[] hash) {}

        @Override
        public boolean isDone() {
            return false;
        }
    }
}
