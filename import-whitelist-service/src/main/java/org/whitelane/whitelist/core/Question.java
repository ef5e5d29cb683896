package org.whitelane.whitelist.core;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A doubt about a request or an entry that was decided before we knew.
 *
 * @param organisationVersion the version of the party's record that raised it
 * @param settledOn the day on which the party was eligible again; absent while the doubt stands
 */
public record Question(
        List<String> reasons,
        long organisationVersion,
        LocalDate raisedOn,
        @Nullable LocalDate settledOn) {

    public Question {
        reasons = List.copyOf(reasons);
    }

    public boolean stands() {
        return settledOn == null;
    }

    public Question settled(LocalDate day) {
        return new Question(reasons, organisationVersion, raisedOn, day);
    }
}
