package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * @param relay role that sequences and sends
 * @param eraser role that may delete private parts; without it there is no erasure endpoint
 * @param auditor role that may read private parts; without it there is no audit page
 * @param poll how long a lost wake-up can go unnoticed; also the leader's heartbeat
 * @param retry how often a follower tries to become leader
 * @param leaderTimeout the server ends a leader's session that is silent for so long; several times
 *     the poll
 * @param debounce least distance of two wake-ups that a follower sends to the leader
 * @param batch entries sequenced or sent in one step
 * @param batchBytes most bytes of event values held in memory for one step
 * @param patience how long the broker may acknowledge nothing before a new producer sends it again
 */
@ConfigurationProperties("whitelane.journal")
record JournalSettings(
        Login relay,
        @Nullable Login eraser,
        @Nullable Login auditor,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("500ms") Duration retry,
        @DefaultValue("5s") Duration leaderTimeout,
        @DefaultValue("5ms") Duration debounce,
        @DefaultValue("500") int batch,
        @DefaultValue("4194304") int batchBytes,
        @DefaultValue("60s") Duration patience) {

    JournalSettings {
        if (leaderTimeout.compareTo(poll.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "whitelane.journal.leader-timeout must be at least twice"
                            + " whitelane.journal.poll");
        }
    }

    record Login(String username, String password) {

        @Override
        public String toString() {
            return username; // passwords stay out of logs
        }
    }
}
