package org.whitelane.chassis.feed;

import org.whitelane.chassis.security.Caller;

/**
 * Who reads: the opaque id of a credential, unique together with whose it is.
 *
 * @param subject of its access tokens
 */
public record FeedReader(String issuer, String subject) {

    static FeedReader of(Caller caller) {
        return new FeedReader(caller.issuer(), caller.subject());
    }
}
