package org.whitelane.chassis.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/**
 * @param keyFile what checkpoints are signed with, see {@link CheckpointKeys}; without it none are
 *     taken
 * @param interval how old an entry may become before a checkpoint vouches for it
 */
@ConfigurationProperties("whitelane.checkpoints")
record CheckpointSettings(@Nullable Path keyFile, @DefaultValue("1h") Duration interval) {

    CheckpointSettings {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("whitelane.checkpoints.interval must be positive");
        }
    }
}
