package org.whitelane.whitelist.scheme;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.scheme.PilotScheme.Admission;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;
import org.whitelane.whitelist.scheme.PilotScheme.Governance;
import org.whitelane.whitelist.scheme.PilotScheme.ItemRule;
import org.whitelane.whitelist.scheme.PilotScheme.UnitRule;

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
        contradictions.admission(scheme.admission());
        contradictions.deadlines(scheme);
        return List.copyOf(contradictions.found);
    }

    private void policy(PilotScheme scheme) {
        var policy = scheme.policy();
        var end = policy.effectiveTo();
        if (end != null && end.isBefore(policy.effectiveFrom())) {
            add("/policy/effectiveTo", "ends before it begins, on " + policy.effectiveFrom());
        }
        if (policy.effectiveFrom().isBefore(policy.issuedOn())) {
            add("/policy/effectiveFrom", "is before the day of issue, " + policy.issuedOn());
        }
        var months = scheme.effects().entryValidityMonths();
        if (months != null && months < 1) {
            add("/effects/entryValidityMonths", "an entry is valid for a month at least");
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
        var leads =
                governance.members().stream()
                        .filter(m -> m.agencyRole().equals(governance.lead()))
                        .anyMatch(m -> m.duties().contains(Duty.PUBLISH));
        if (!leads) {
            add("/governance/lead", "is no member with the duty PUBLISH");
        }
        if (governance.rolesWith(Duty.INTAKE).isEmpty()) {
            add("/governance/members", "nobody has the duty INTAKE");
        }
        if (governance.recommends() == governance.rolesWith(Duty.RECOMMEND).isEmpty()) {
            add(
                    "/governance/levels",
                    "two levels, and somebody with the duty RECOMMEND, or neither");
        }
        if (governance.reviewers().isEmpty()) {
            add("/governance/members", "nobody has the duty OPINION");
        }
        if (governance.levels().isEmpty()) {
            add("/governance/levels", "somebody has to decide");
        }
    }

    private void admission(Admission admission) {
        var area = admission.area();
        if (area.divisionPrefixes().isEmpty() && area.pilotAreas().isEmpty()) {
            add("/admission/area", "no unit lies in an area without divisions and pilot areas");
        }
        unitRules(admission.unitRules());
        itemRules("/admission/itemRules", admission.itemRules());
        var exclusions = admission.exclusions();
        if (exclusions != null) {
            itemRules("/admission/exclusions", exclusions);
        }
        var forbidden = admission.forbiddenUses();
        for (var rule : admission.itemRules()) {
            if (forbidden != null
                    && rule.check() == ItemCheck.USE_IN
                    && rule.values().stream().anyMatch(forbidden::contains)) {
                add(
                        "/admission/forbiddenUses",
                        "rule %s admits what is forbidden".formatted(rule.code()));
            }
        }
    }

    private void unitRules(List<UnitRule> rules) {
        var codes = new HashSet<String>();
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var at = "/admission/unitRules/" + i;
            rule(at, codes.add(rule.code()), rule.values(), rule.check() == UnitCheck.NO_OPEN_FLAG);
        }
    }

    private void itemRules(String pointer, List<ItemRule> rules) {
        var codes = new HashSet<String>();
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            rule(
                    pointer + "/" + i,
                    codes.add(rule.code()),
                    rule.values(),
                    rule.check() != ItemCheck.JUDGED);
        }
    }

    private void rule(String at, boolean firstOfItsName, List<String> values, boolean compares) {
        if (!firstOfItsName) {
            add(at + "/code", "another rule has this name");
        }
        if (compares == values.isEmpty()) {
            add(
                    at + "/values",
                    compares ? "nothing to compare with" : "the check compares nothing");
        }
    }

    private void deadlines(PilotScheme scheme) {
        var steps = new ArrayList<>(List.of(PilotScheme.ACCEPTANCE, PilotScheme.DECISION));
        if (scheme.governance().recommends()) {
            steps.add(PilotScheme.RECOMMENDATION);
        }
        for (var step : steps) {
            var deadline = scheme.deadlines().get(step);
            if (deadline == null || deadline.amount() < 1) {
                add("/deadlines/" + step, "the law knows no step without a limit");
            }
        }
    }

    private void add(String pointer, String detail) {
        found.add(new Finding(pointer, "contradiction", detail));
    }
}
