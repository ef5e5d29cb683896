package org.whitelane.whitelist.mandate;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.party.PartyReference;

import java.time.LocalDate;
import java.util.List;

/**
 * The mandate that a unit wants to give.
 *
 * @param scheme null for all
 */
public record MandateWish(
        PartyReference agent,
        @Nullable String scheme,
        List<Act> acts,
        LocalDate from,
        LocalDate to,
        String basis) {

    public MandateWish {
        acts = List.copyOf(acts);
    }
}
