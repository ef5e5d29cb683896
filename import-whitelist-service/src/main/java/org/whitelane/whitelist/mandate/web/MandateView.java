package org.whitelane.whitelist.mandate.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.mandate.Act;
import org.whitelane.whitelist.mandate.Mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A mandate for its two sides.
 *
 * @param unit whose requests it is about
 * @param agent who acts
 * @param scheme the only one that it is for; null for all
 * @param to the last day
 * @param state as of today; days change it, and the version stays
 */
record MandateView(
        UUID id,
        String unit,
        String agent,
        @Nullable String scheme,
        List<Act> acts,
        LocalDate from,
        LocalDate to,
        String basis,
        Mandate.State state,
        @Nullable MandateEnd end,
        long version)
        implements Versioned {

    record MandateEnd(Mandate.Way way, LocalDate on, String reason) {}

    static MandateView of(Mandate mandate, LocalDate today) {
        var ending = mandate.ending();
        return new MandateView(
                mandate.id(),
                mandate.unit(),
                mandate.agent(),
                mandate.scheme(),
                mandate.acts(),
                mandate.from(),
                mandate.to(),
                mandate.basis(),
                mandate.on(today),
                ending == null ? null : new MandateEnd(ending.way(), ending.on(), ending.reason()),
                mandate.version());
    }
}
