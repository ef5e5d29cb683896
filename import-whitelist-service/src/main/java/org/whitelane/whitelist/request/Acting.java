package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.mandate.Mandate;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * For whom a step was made.
 *
 * @param organisation the officer's
 * @param mandate by which it acted for the unit; null for a unit's and an agency's own officers
 */
public record Acting(String organisation, @Nullable UUID mandate) {

    /** Whose officer made a step; before that was kept, only the unit itself did its own. */
    public static Optional<String> maker(WhitelistRequest request, Step step) {
        var acting = step.acting();
        if (acting != null) {
            return Optional.of(acting.organisation());
        }
        return step.action().who() == Who.APPLICANT
                ? Optional.of(request.organisation())
                : Optional.empty();
    }

    /** What an agent did is the unit's: the agent is kept, and a step that was made names why. */
    static WhitelistRequest by(Mandate mandate, WhitelistRequest request) {
        var agent = mandate.agent();
        var others = request.agents().stream().filter(other -> !other.equals(agent));
        var steps = new ArrayList<>(request.steps());
        if (!steps.isEmpty()) {
            steps.addLast(steps.removeLast().under(mandate));
        }
        return new WhitelistRequest(
                request.id(),
                request.number(),
                request.scheme(),
                request.organisation(),
                Stream.concat(others, Stream.of(agent)).toList(),
                request.content(),
                request.status(),
                steps,
                request.opinions(),
                request.questions(),
                request.version());
    }
}
