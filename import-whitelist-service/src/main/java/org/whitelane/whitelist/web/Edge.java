package org.whitelane.whitelist.web;

import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.security.Role;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Between the chassis' words and ours. */
public final class Edge {

    /** An event usually takes less than a second from the registry to here. */
    private static final Duration PROJECTION_DELAY = Duration.ofSeconds(2);

    private Edge() {}

    public static Officer officer(Caller caller) {
        return new Officer(
                caller.subject(),
                caller.organisation(),
                caller.roles().stream().map(Role::name).collect(Collectors.toUnmodifiableSet()));
    }

    /** Empty for what is no id of ours. */
    public static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static List<Fault> faults(List<Finding> findings) {
        return findings.stream().map(f -> new Fault(f.pointer(), f.code(), f.detail())).toList();
    }

    public static Problem partyNotKnownYet(String detail) {
        return Problem.conflict("party-not-known-yet", detail + " Try again in a moment.")
                .retryAfter(PROJECTION_DELAY);
    }
}
