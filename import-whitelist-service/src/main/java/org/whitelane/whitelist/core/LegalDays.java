package org.whitelane.whitelist.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Legal days are days in China, wherever the server stands. */
public final class LegalDays {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LegalDays() {}

    public static LocalDate today(Clock clock) {
        return on(clock.instant());
    }

    public static LocalDate on(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
