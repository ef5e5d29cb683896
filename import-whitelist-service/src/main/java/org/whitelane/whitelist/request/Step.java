package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A move that was made, and what it saw.
 *
 * @param by the officer's credential
 * @param organisationVersion the party's version at a move that checks eligibility
 */
public record Step(
        RequestAction action,
        LocalDate on,
        String by,
        int schemeVersion,
        @Nullable Long organisationVersion,
        @Nullable String reason,
        @Nullable String remedy,
        List<String> corrections) {

    public Step {
        corrections = List.copyOf(corrections);
    }

    Step seeing(long party) {
        return new Step(action, on, by, schemeVersion, party, reason, remedy, corrections);
    }

    Step because(@Nullable String why) {
        return new Step(
                action, on, by, schemeVersion, organisationVersion, why, remedy, corrections);
    }

    Step withRemedy(String way) {
        return new Step(
                action, on, by, schemeVersion, organisationVersion, reason, way, corrections);
    }

    Step asking(List<String> list) {
        return new Step(action, on, by, schemeVersion, organisationVersion, reason, remedy, list);
    }
}
