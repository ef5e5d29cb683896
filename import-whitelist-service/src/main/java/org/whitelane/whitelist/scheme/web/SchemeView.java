package org.whitelane.whitelist.scheme.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.scheme.Closing;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scheme as loaded, who sits at its table, and what its sources leave open.
 *
 * @param members agency role to organisation
 * @param office agency role that runs the office; absent while the lead is not known
 * @param notKnown JSON pointers into the scheme
 * @param defaulted pointers of limits that are the general law's, the scheme's own not being known
 * @param lacking pointers of what is not known although no request can be decided without it; where
 *     there are any, requests are refused
 * @param closed absent while no other scheme has taken its place
 * @param revision of the scheme with its table and its end, which is what {@code ETag} tells; the
 *     version in {@code scheme} is that of the rules
 */
record SchemeView(
        PilotScheme scheme,
        Map<String, String> members,
        @Nullable String office,
        List<String> notKnown,
        List<String> defaulted,
        List<String> lacking,
        @Nullable Closed closed,
        long revision)
        implements Versioned {

    @Override
    public long version() {
        return revision;
    }

    /**
     * That another scheme took its place; how much is left to do stands in {@code …/replacement},
     * because it moves all the time.
     *
     * @param on first day on which nobody asks under it any more
     * @param basis where it is said
     * @param finishedAt absent while something of it has still to end
     */
    record Closed(LocalDate on, String replacedBy, String basis, @Nullable Instant finishedAt) {

        static Closed of(Closing closing) {
            return new Closed(
                    closing.closedOn(),
                    closing.replacedBy(),
                    closing.basis(),
                    closing.finishedAt());
        }
    }

    /**
     * @param revision read before the members: who acts on newer ones is told to read again
     */
    static SchemeView of(
            long revision, PilotScheme scheme, Members members, Optional<Closing> closing) {
        return new SchemeView(
                scheme,
                members.byRole(),
                scheme.governance().lead(),
                scheme.notKnown(),
                scheme.defaulted(),
                scheme.lacking(),
                closing.map(Closed::of).orElse(null),
                revision);
    }
}
