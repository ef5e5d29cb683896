package org.whitelane.chassis.overload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Settings {@code whitelane.overload.*}. Virtual threads cost so little that no pool is a bound any
 * more: memory and the database's connections are what a flood would use up.
 *
 * @param requests worked on at the same time
 * @param waiting for one of those places; who comes later is refused at once
 * @param patience longest wait for a place, or for memory
 * @param bodyTime in which a body must have arrived; each read alone has the connection's timeout
 * @param bodyMemoryPercent of the heap, for bodies and what becomes of them while they are read
 */
@ConfigurationProperties("whitelane.overload")
record OverloadSettings(
        @DefaultValue("100") int requests,
        @DefaultValue("100") int waiting,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("30s") Duration bodyTime,
        @DefaultValue("40") int bodyMemoryPercent) {

    OverloadSettings {
        if (requests < 1 || waiting < 0 || bodyMemoryPercent < 1 || bodyMemoryPercent > 50) {
            throw new IllegalArgumentException(
                    "whitelane.overload: requests begin at 1, waiting at 0, and"
                            + " body-memory-percent is from 1 to 50.");
        }
    }
}
