package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Finding;

import java.util.List;

/** Why no draft was made. */
final class Drafting {

    private Drafting() {}

    static Outcome unknownScheme(String code) {
        return new Outcome.Refused(
                Refusal.UNKNOWN_SCHEME,
                "There is no scheme " + code + ".",
                List.of(
                        new Finding(
                                "/scheme",
                                Refusal.UNKNOWN_SCHEME.code(),
                                "Should be the code of a scheme, as GET /schemes lists them.")));
    }

    static Outcome noApplicant() {
        return Outcome.refused(
                Refusal.ROLE_MISSING,
                "To draft needs the role %s and an organisation."
                        .formatted(String.join(" or ", Who.APPLICANT.roles())));
    }
}
