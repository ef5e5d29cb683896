package org.whitelane.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;

import org.junit.jupiter.api.Test;
import org.whitelane.gateway.limits.LimitSettings.Quota;

import java.time.Duration;
import java.util.stream.IntStream;

class BucketsTests {

    private final HandMovedClock clock = new HandMovedClock();

    @Test
    void whatIsUsedComesBackEvenlyOverTheWindow() {
        var buckets = new Buckets("test", new Quota(4, Duration.ofSeconds(8)), 10, clock);
        for (int left = 3; left >= 0; left--) {
            assertThat(buckets.take("a").remaining()).isEqualTo(left);
        }

        assertThat(buckets.take("a")).isEqualTo(new Decision("test", false, 0, 2));
        clock.move(Duration.ofMillis(1999));
        assertThat(buckets.take("a")).isEqualTo(new Decision("test", false, 0, 1));
        clock.move(Duration.ofMillis(1));
        assertThat(buckets.take("a").allowed()).isTrue();
        assertThat(buckets.take("a").allowed()).isFalse();
        assertThat(buckets.take("b").allowed()).as("another key").isTrue();
    }

    @Test
    void lookingTakesNothingAndGivingBackNeverMakesMoreThanTheQuota() {
        var buckets = new Buckets("test", new Quota(1, Duration.ofSeconds(8)), 10, clock);
        assertThat(buckets.look("a").allowed()).isTrue();
        assertThat(buckets.take("a").allowed()).isTrue();
        assertThat(buckets.look("a")).isEqualTo(new Decision("test", false, 0, 8));
        for (int i = 0; i < 5; i++) {
            buckets.giveBack("a");
        }

        assertThat(buckets.take("a").allowed()).isTrue();
        assertThat(buckets.take("a").allowed()).isFalse();
    }

    @Test
    void aMillionAddressesFillNothingAndABusyOneIsNotForgotten() {
        var buckets = new Buckets("test", new Quota(50, Duration.ofHours(1)), 1_000, clock);
        for (int i = 0; i < 50; i++) {
            assertThat(buckets.take("busy").allowed()).isTrue();
        }

        long let =
                IntStream.range(0, 1_000_000)
                        .filter(
                                i -> {
                                    var unused = buckets.take("stranger-" + i);
                                    return i % 100 == 0 && buckets.take("busy").allowed();
                                })
                        .count();

        assertThat(buckets.remembered()).isLessThanOrEqualTo(1_000);
        assertThat(let).as("of 10,000 tries, beyond the quota").isLessThanOrEqualTo(50);
    }

    @Test
    void aBucketThatNobodyUsesIsForgottenWhenItIsFull() {
        var buckets = new Buckets("test", new Quota(4, Duration.ofSeconds(8)), 10, clock);
        var unused = buckets.take("a");
        clock.move(Duration.ofSeconds(9));

        assertThat(buckets.remembered()).isZero();
    }

    private static final class HandMovedClock implements TimeMeter {

        private long now;

        void move(Duration by) {
            now += by.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
