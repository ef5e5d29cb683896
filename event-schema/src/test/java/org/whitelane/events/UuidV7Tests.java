package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.stream.IntStream;

class UuidV7Tests {

    /** The timestamp of RFC 9562, appendix A.6. */
    private static final Instant RFC_EXAMPLE = Instant.parse("2022-02-22T19:22:22Z");

    @Test
    void carriesVersionVariantAndTime() {
        var id = UuidV7.at(RFC_EXAMPLE);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("017f22e2-79b0-7");
    }

    @Test
    void sortsByTimeAsText() {
        var ids =
                IntStream.range(0, 1_000)
                        .mapToObj(ms -> UuidV7.at(RFC_EXAMPLE.plusMillis(ms)).toString())
                        .toList();

        assertThat(ids).isSorted();
    }

    @Test
    void isDifferentWithinAMillisecond() {
        assertThat(IntStream.range(0, 10_000).mapToObj(unused -> UuidV7.at(RFC_EXAMPLE)))
                .doesNotHaveDuplicates();
    }

    @Test
    void usesAllRandomBits() {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 1_000; i++) {
            high |= UuidV7.at(RFC_EXAMPLE).getMostSignificantBits();
            low |= UuidV7.at(RFC_EXAMPLE).getLeastSignificantBits();
        }

        assertThat(high & 0xFFF).isEqualTo(0xFFF);
        assertThat(low).isEqualTo(0xBFFF_FFFF_FFFF_FFFFL);
    }
}
