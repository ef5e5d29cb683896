package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A scheme's end because another one takes its place.
 *
 * @param id also of the batch in which the new scheme's directory takes units over
 * @param plan what becomes of its entries and requests
 * @param basis where that is said
 * @param closedOn first day on which nobody asks under it any more
 * @param finishedAt when nothing was left to do; null until then
 */
public record Closing(
        UUID id,
        String scheme,
        String replacedBy,
        Replacement plan,
        String basis,
        LocalDate closedOn,
        @Nullable Instant finishedAt) {

    /** What those are told whose rights and wishes end with it. */
    public String why() {
        return "%s was replaced by %s (%s).".formatted(scheme, replacedBy, basis);
    }
}
