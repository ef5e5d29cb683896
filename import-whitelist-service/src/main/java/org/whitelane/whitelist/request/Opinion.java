package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What a member agency thinks of a request.
 *
 * @param by the officer's credential
 */
public record Opinion(
        String agency,
        String agencyRole,
        Kind kind,
        @Nullable String reason,
        LocalDate givenOn,
        String by) {

    public enum Kind {
        AGREE,
        DISAGREE,
        ABSTAIN,
        NEED_MORE
    }
}
