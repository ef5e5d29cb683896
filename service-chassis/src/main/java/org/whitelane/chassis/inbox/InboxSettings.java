package org.whitelane.chassis.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Settings {@code whitelane.inbox.*}.
 *
 * @param concurrency threads per consumer and instance; more than a topic's partitions idle
 * @param tries how often a handler may fail on a record before it is parked
 * @param tryBackOff before the second try; doubled for each further one
 * @param pauseInitial first wait while a part is away
 * @param pauseMax longest wait; far below Kafka's {@code max.poll.interval.ms}, or the group would
 *     rebalance
 * @param pollRecords small, so that even a batch of nothing but poison is done within {@code
 *     max.poll.interval.ms}
 * @param watchInterval how fresh lag and parked counts are
 */
@ConfigurationProperties("whitelane.inbox")
record InboxSettings(
        @DefaultValue("1") int concurrency,
        @DefaultValue("4") int tries,
        @DefaultValue("100ms") Duration tryBackOff,
        @DefaultValue("500ms") Duration pauseInitial,
        @DefaultValue("10s") Duration pauseMax,
        @DefaultValue("50") int pollRecords,
        @DefaultValue("5s") Duration watchInterval) {

    /** Less than half of Kafka's {@code max.poll.interval.ms}, after which the group rebalances. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    InboxSettings {
        if (concurrency < 1 || tries < 1 || tries > 10 || pollRecords < 1) {
            throw new IllegalArgumentException(
                    "whitelane.inbox: concurrency, tries (at most 10) and poll-records begin at"
                            + " 1.");
        }
        var worstBatch = tryBackOff.multipliedBy((1L << (tries - 1)) - 1).multipliedBy(pollRecords);
        if (worstBatch.compareTo(LONGEST) > 0 || pauseMax.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "whitelane.inbox: a pause of %s or a batch of failures that takes %s is longer than %s."
                            .formatted(pauseMax, worstBatch, LONGEST));
        }
    }
}
