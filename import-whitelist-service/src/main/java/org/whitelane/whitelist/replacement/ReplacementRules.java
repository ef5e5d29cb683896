package org.whitelane.whitelist.replacement;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.PilotScheme.Granularity;
import org.whitelane.whitelist.scheme.Replacement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether one scheme may take another's place as ordered. Pure. */
final class ReplacementRules {

    private ReplacementRules() {}

    /** The plan that holds, or why there is none. */
    sealed interface Result {
        record Plan(Replacement plan) implements Result {}

        record Not(Refused refused) implements Result {}
    }

    /** What the scheme says itself, from its first day on; nothing where its text is silent. */
    static Optional<Replacement> own(PilotScheme successor, LocalDate day) {
        var policy = successor.policy();
        return policy.supersedes() != null && policy.isOpenOn(day)
                ? Optional.ofNullable(policy.replacement())
                : Optional.empty();
    }

    static Result of(
            PilotScheme successor, String replaced, @Nullable Replacement ordered, LocalDate day) {
        var findings = new ArrayList<Finding>();
        if (!replaced.equals(successor.policy().supersedes())) {
            findings.add(
                    new Finding(
                            "/replacedBy",
                            "supersedes",
                            "Should be a scheme whose text supersedes %s; %s supersedes %s."
                                    .formatted(
                                            replaced,
                                            successor.reference(),
                                            successor.policy().supersedes())));
        }
        if (!successor.policy().isOpenOn(day)) {
            findings.add(
                    new Finding(
                            "/replacedBy",
                            "scheme-not-open",
                            "%s is not open on %s.".formatted(successor.reference(), day)));
        }
        var own = successor.policy().replacement();
        var plan = own == null ? ordered : own;
        if (plan == null) {
            findings.add(
                    new Finding(
                            "/entries",
                            "required",
                            "The text of %s does not say what becomes of entries and requests: should be decided here."
                                    .formatted(successor.reference())));
        } else {
            contradictions(successor, plan, ordered, findings);
        }
        return plan == null || !findings.isEmpty()
                ? new Result.Not(
                        Refused.rule(
                                "replacement-refused",
                                "%s cannot take the place of %s like this."
                                        .formatted(successor.reference(), replaced),
                                List.copyOf(findings)))
                : new Result.Plan(plan);
    }

    private static void contradictions(
            PilotScheme successor,
            Replacement plan,
            @Nullable Replacement ordered,
            List<Finding> findings) {
        if (ordered != null && !ordered.equals(plan)) {
            findings.add(
                    new Finding(
                            "/entries",
                            "other-plan",
                            "Should be left out, or %s and %s as %s says."
                                    .formatted(
                                            plan.entries(),
                                            plan.requests(),
                                            successor.reference())));
        }
        if (plan.entries() == Replacement.Entries.MIGRATE_UNITS
                && successor.granularity() != Granularity.UNIT_DIRECTORY) {
            findings.add(
                    new Finding(
                            "/entries",
                            "no-directory",
                            "%s has no directory that units could move to."
                                    .formatted(successor.reference())));
        }
    }
}
