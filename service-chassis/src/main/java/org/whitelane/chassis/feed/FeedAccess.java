package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.security.Role;
import org.whitelane.chassis.web.Problem;

/** Nobody reads a stream that was not granted to him; auditors look without being readers. */
final class FeedAccess {

    private final Grants grants;

    FeedAccess(Grants grants) {
        this.grants = grants;
    }

    /**
     * Null for an auditor who only looks.
     *
     * @throws Problem 403, saying what is missing
     */
    @Nullable Grant toRead(String stream, Caller caller) {
        var grant = grants.find(stream, FeedReader.of(caller)).orElse(null);
        if (caller.has(Role.REGULATOR) && grant != null && grant.isOpen()) {
            return grant;
        }
        if (caller.has(Role.AUDITOR)) {
            return null;
        }
        throw refused(stream, grant);
    }

    /**
     * @throws Problem 403, saying what is missing
     */
    Grant ofReader(String stream, Caller caller) {
        var grant = grants.find(stream, FeedReader.of(caller)).orElse(null);
        if (grant == null || !grant.isOpen()) {
            throw refused(stream, grant);
        }
        return grant;
    }

    static Problem refused(String stream, @Nullable Grant grant) {
        if (grant == null) {
            return Problem.forbidden(
                    "feed-grant-missing",
                    "The feed of %s was not granted to you; an operator can grant it."
                            .formatted(stream));
        }
        var reason = grant.reason() == null ? "." : ": " + grant.reason();
        return switch (grant.state()) {
            case SUSPENDED ->
                    Problem.forbidden(
                            "feed-grant-suspended",
                            "Your grant is suspended since %s%s".formatted(grant.since(), reason));
            case REVOKED ->
                    Problem.forbidden(
                            "feed-grant-revoked",
                            "Your grant was revoked at %s%s".formatted(grant.since(), reason));
            case GRANTED ->
                    throw new IllegalStateException("an open grant of " + stream + " is refused");
        };
    }
}
