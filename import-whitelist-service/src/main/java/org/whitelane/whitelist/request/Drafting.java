package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.mandate.Act;
import org.whitelane.whitelist.request.Approaches.Drafter;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.Optional;

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

    /** Shown to everybody, but nobody can decide by it: never fail open. */
    static Optional<Outcome> incomplete(PilotScheme scheme) {
        var lacking = scheme.lacking();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Outcome.refused(
                                Refusal.SCHEME_INCOMPLETE,
                                "%s takes no requests: not known are %s. A version that says it has to be loaded."
                                        .formatted(
                                                scheme.reference(), String.join(", ", lacking))));
    }

    static Outcome noApplicant() {
        return Outcome.refused(
                Refusal.ROLE_MISSING,
                "To draft needs the role %s and an organisation."
                        .formatted(String.join(" or ", Who.APPLICANT.roles())));
    }

    /** The same for whoever names a stranger, nobody, or a unit that allows something else. */
    static Outcome noMandate(String scheme) {
        return Outcome.refused(
                Refusal.NO_MANDATE,
                "No mandate in force lets the organisation draft under %s for whom onBehalfOf names."
                        .formatted(scheme));
    }

    static Optional<Outcome> objection(Drafter drafter, PilotScheme scheme) {
        var agency = drafter.agency();
        if (agency != null && agency.mandateFor(Act.DRAFT).isEmpty()) {
            return Optional.of(noMandate(scheme.code()));
        }
        return Optional.ofNullable(agency)
                .flatMap(acting -> acting.objection(Act.DRAFT))
                .<Outcome>map(refused -> refused)
                .or(() -> incomplete(scheme));
    }

    static Outcome unknownEntries(List<Finding> findings) {
        return new Outcome.Refused(
                Refusal.RULE_REFUSED, "Not every entry named is the applicant's.", findings);
    }
}
