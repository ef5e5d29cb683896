package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.whitelane.whitelist.scheme.Effects;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.Optional;

/**
 * What schemes leave open about quota and last days.
 *
 * @param whenNotKnown how to read the approved quantity where a scheme's sources do not say; only
 *     TOTAL, the strictest. Without it such entries cannot be reserved on.
 * @param lowPercent taken share at which the holder is told
 * @param noticeDays days before the last one on which the holder is told
 */
@ConfigurationProperties("whitelane.quota")
public final class QuotaSettings {

    private final @Nullable Reading whenNotKnown;
    private final int lowPercent;
    private final List<Integer> noticeDays;

    QuotaSettings(
            @Nullable Reading whenNotKnown,
            @DefaultValue("80") int lowPercent,
            @DefaultValue({"60", "30", "7"}) List<Integer> noticeDays) {
        this.whenNotKnown = whenNotKnown;
        this.lowPercent = lowPercent;
        this.noticeDays = noticeDays.stream().sorted().toList();
    }

    /** The only reading that cannot let in more than another one would. */
    enum Reading {
        TOTAL
    }

    int lowPercent() {
        return lowPercent;
    }

    /** The shortest first. */
    List<Integer> noticeDays() {
        return noticeDays;
    }

    /** Empty where neither the scheme nor the configuration says it: never fail open. */
    public Optional<QuotaReading> reading(PilotScheme scheme) {
        var said = scheme.effects().quotaMode();
        if (said != null) {
            return Optional.of(new QuotaReading(said, false));
        }
        return whenNotKnown == null
                ? Optional.empty()
                : Optional.of(new QuotaReading(Effects.QuotaMode.TOTAL, true));
    }
}
