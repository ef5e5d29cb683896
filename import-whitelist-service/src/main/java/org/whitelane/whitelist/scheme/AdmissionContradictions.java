package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.scheme.Admission.AreaRule;
import org.whitelane.whitelist.scheme.Admission.ItemRule;
import org.whitelane.whitelist.scheme.Admission.RequiredDocument;
import org.whitelane.whitelist.scheme.Admission.UnitRule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What contradicts itself in whom a scheme admits and in what that means for them. */
final class AdmissionContradictions {

    /** Compare with nothing. */
    private static final Set<UnitCheck> WITHOUT_VALUES =
            Set.of(
                    UnitCheck.PARTY_ACTIVE,
                    UnitCheck.IN_AREA,
                    UnitCheck.COMMITMENT_SIGNED,
                    UnitCheck.JUDGED);

    private final List<Finding> found = new ArrayList<>();

    private AdmissionContradictions() {}

    static List<Finding> in(PilotScheme scheme) {
        var contradictions = new AdmissionContradictions();
        var admission = scheme.admission();
        contradictions.area(admission.area());
        contradictions.unitRules(admission.unitRules());
        contradictions.itemRules("/admission/itemRules", admission.itemRules());
        contradictions.itemRules("/admission/exclusions", admission.exclusions());
        contradictions.forbiddenUses(admission);
        contradictions.documents(admission.requiredDocuments());
        contradictions.effects(scheme);
        return List.copyOf(contradictions.found);
    }

    private void area(AreaRule area) {
        if (none(area.divisionPrefixes()) && none(area.pilotAreas())) {
            add("/admission/area", "no unit lies in an area without divisions and pilot areas");
        }
    }

    /** What is not known may still be some. */
    private static boolean none(@Nullable List<String> known) {
        return known != null && known.isEmpty();
    }

    private void unitRules(List<UnitRule> rules) {
        var codes = new HashSet<String>();
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var at = "/admission/unitRules/" + i;
            var compares = !WITHOUT_VALUES.contains(rule.check());
            rule(at, codes.add(rule.code()), rule.values(), compares);
            var looksBack = rule.check() == UnitCheck.NO_FLAG_WITHIN_YEARS;
            var years = rule.years();
            if (looksBack ? years == null || years < 1 : years != null) {
                add(at + "/years", looksBack ? "one year at least" : "the check looks at one day");
            }
        }
    }

    private void itemRules(String pointer, @Nullable List<ItemRule> known) {
        var rules = known == null ? List.<ItemRule>of() : known;
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

    private void forbiddenUses(Admission admission) {
        var forbidden = admission.forbiddenUses();
        for (var rule : usesIn(admission)) {
            if (forbidden != null && rule.values().stream().anyMatch(forbidden::contains)) {
                add(
                        "/admission/forbiddenUses",
                        "rule %s admits what is forbidden".formatted(rule.code()));
            }
        }
    }

    private void documents(@Nullable List<RequiredDocument> known) {
        var documents = known == null ? List.<RequiredDocument>of() : known;
        var types = new HashSet<String>();
        for (var i = 0; i < documents.size(); i++) {
            var at = "/admission/requiredDocuments/" + i;
            if (!types.add(documents.get(i).type())) {
                add(at + "/type", "stands there twice");
            }
            if (documents.get(i).kinds().isEmpty()) {
                add(at + "/kinds", "no request needs it");
            }
        }
    }

    private void effects(PilotScheme scheme) {
        var effects = scheme.effects();
        var months = effects.entryValidityMonths();
        if (months != null && months < 1) {
            add("/effects/entryValidityMonths", "an entry is valid for a month at least");
        }
        var ban = effects.banRule();
        if (ban != null) {
            var years = ban.years();
            if (ban.kind() == BanRule.Kind.YEARS ? years == null || years < 1 : years != null) {
                add("/effects/banRule/years", "with YEARS, and then one at least");
            }
        }
        var admitted =
                usesIn(scheme.admission()).stream()
                        .flatMap(rule -> rule.values().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        for (var i = 0; i < effects.waivedDocuments().size(); i++) {
            var uses = effects.waivedDocuments().get(i).uses();
            if (uses != null && !admitted.isEmpty() && !admitted.containsAll(uses)) {
                add(
                        "/effects/waivedDocuments/%d/uses".formatted(i),
                        "only %s are admitted".formatted(admitted));
            }
        }
    }

    private static List<ItemRule> usesIn(Admission admission) {
        var rules = admission.itemRules();
        return rules == null
                ? List.of()
                : rules.stream().filter(rule -> rule.check() == ItemCheck.USE_IN).toList();
    }

    private void add(String pointer, String detail) {
        found.add(new Finding(pointer, "contradiction", detail));
    }
}
