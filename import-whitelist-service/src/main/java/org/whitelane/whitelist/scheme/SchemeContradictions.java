package org.whitelane.whitelist.scheme;

import org.whitelane.kernel.PartialDate;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Where a scheme's file says one thing and its opposite, or something no request could ever meet.
 */
final class SchemeContradictions {

    private final List<Finding> found = new ArrayList<>();

    private SchemeContradictions() {}

    static List<Finding> in(PilotScheme scheme) {
        var contradictions = new SchemeContradictions();
        contradictions.policy(scheme);
        contradictions.governance(scheme.governance());
        contradictions.deadlines(scheme);
        var all = new ArrayList<>(contradictions.found);
        all.addAll(AdmissionContradictions.in(scheme));
        return List.copyOf(all);
    }

    private void policy(PilotScheme scheme) {
        var policy = scheme.policy();
        var from = PartialDate.parse(policy.effectiveFrom());
        var end = policy.effectiveTo();
        if (end != null && end.isBefore(from.earliest())) {
            add("/policy/effectiveTo", "ends before it begins, on " + from);
        }
        if (from.isBefore(PartialDate.parse(policy.issuedOn()))) {
            add("/policy/effectiveFrom", "is before the day of issue, " + policy.issuedOn());
        }
        if (scheme.code().equals(policy.supersedes())) {
            add("/policy/supersedes", "no scheme replaces itself");
        }
        if (policy.replacement() != null && policy.supersedes() == null) {
            add("/policy/replacement", "nothing is replaced");
        }
        if (policy.replacement() != null
                && policy.replacement().entries() == Replacement.Entries.MIGRATE_UNITS
                && scheme.granularity() != PilotScheme.Granularity.UNIT_DIRECTORY) {
            add("/policy/replacement/entries", "only a directory takes units");
        }
        if (scheme.version() < 1) {
            add("/version", "versions count from 1");
        }
    }

    private void governance(Governance governance) {
        var roles = new HashSet<String>();
        for (var i = 0; i < governance.members().size(); i++) {
            if (!roles.add(governance.members().get(i).agencyRole())) {
                add("/governance/members/" + i, "the role stands there twice");
            }
        }
        lead(governance);
        if ((governance.intake() == null) != governance.rolesWith(Duty.INTAKE).isEmpty()) {
            add(
                    "/governance/intake",
                    governance.intake() == null
                            ? "a member has the duty INTAKE"
                            : "nobody has the duty INTAKE");
        }
        if (governance.reviewers().isEmpty()) {
            add("/governance/members", "nobody has the duty OPINION");
        }
        levels(governance);
    }

    private void lead(Governance governance) {
        var publishers = governance.rolesWith(Duty.PUBLISH);
        var lead = governance.lead();
        if (lead == null ? !publishers.isEmpty() : !publishers.contains(lead)) {
            add(
                    "/governance/lead",
                    lead == null
                            ? "a member has the duty PUBLISH, which is the lead's"
                            : "is no member with the duty PUBLISH");
        }
    }

    private void levels(Governance governance) {
        var levels = governance.levels();
        if (levels.isEmpty()) {
            add("/governance/levels", "somebody has to decide");
        }
        for (var i = 1; i < levels.size(); i++) {
            if (levels.get(i).compareTo(levels.get(i - 1)) <= 0) {
                add("/governance/levels/" + i, "is not above " + levels.get(i - 1));
            }
        }
        for (var level : governance.recommendingLevels()) {
            if (governance.recommendersAt(level).isEmpty()) {
                add("/governance/levels", "nobody has the duty RECOMMEND at " + level);
            }
        }
        for (var i = 0; i < governance.members().size(); i++) {
            var member = governance.members().get(i);
            var recommends = member.duties().contains(Duty.RECOMMEND);
            if (recommends
                    ? !governance.recommendingLevels().contains(member.level())
                    : member.level() != null) {
                add(
                        "/governance/members/%d/level".formatted(i),
                        recommends
                                ? "should be one of " + governance.recommendingLevels()
                                : "without the duty RECOMMEND");
            }
        }
    }

    private void deadlines(PilotScheme scheme) {
        var steps = new ArrayList<>(List.of(PilotScheme.ACCEPTANCE, PilotScheme.DECISION));
        if (scheme.governance().recommends()) {
            steps.add(PilotScheme.RECOMMENDATION);
        }
        for (var step : steps) {
            if (scheme.findDeadline(step).isEmpty()) {
                add("/deadlines/" + step, "the law knows no such step without a limit");
            }
        }
        scheme.deadlines()
                .forEach(
                        (step, deadline) -> {
                            if (deadline.amount() < 1) {
                                add("/deadlines/" + step, "one day at least");
                            }
                            if (!Knowledge.concerns(step, scheme)) {
                                add("/deadlines/" + step, "no request makes that step");
                            }
                        });
    }

    private void add(String pointer, String detail) {
        found.add(new Finding(pointer, "contradiction", detail));
    }
}
