package org.whitelane.whitelist.scheme;

import org.whitelane.whitelist.core.Json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of a scheme, and whether that suffices to run it. Pure. */
final class Knowledge {

    static final Set<String> STEPS =
            Set.of(
                    PilotScheme.ACCEPTANCE,
                    PilotScheme.DECISION,
                    PilotScheme.RECOMMENDATION,
                    PilotScheme.CORRECTION,
                    PilotScheme.SUPPLEMENT,
                    PilotScheme.PUBLICATION,
                    PilotScheme.RESERVATION,
                    PilotScheme.EXTENSION);

    private Knowledge() {}

    /** Pointers of the fields that the file leaves open, but not of those that do not apply. */
    static List<String> notKnown(PilotScheme scheme) {
        var open = new ArrayList<String>();
        nulls(Json.tree(scheme), "", open);
        open.remove("/effects/banRule/years");
        if (scheme.policy().supersedes() == null) {
            open.remove("/policy/replacement");
        }
        STEPS.stream()
                .filter(step -> concerns(step, scheme))
                .filter(step -> scheme.findDeadline(step).isEmpty())
                .sorted()
                .map(step -> "/deadlines/" + step)
                .forEach(open::add);
        return List.copyOf(open);
    }

    /** Pointers of limits that are the general law's, since the scheme's own are not known. */
    static List<String> defaulted(PilotScheme scheme) {
        return scheme.deadlines().entrySet().stream()
                .filter(step -> step.getValue().defaulted())
                .map(step -> "/deadlines/" + step.getKey())
                .sorted()
                .toList();
    }

    /** Never fail open: who takes in, who decides, whom and what it admits has to be known. */
    static List<String> lacking(PilotScheme scheme) {
        var governance = scheme.governance();
        var admission = scheme.admission();
        return Stream.of(
                        missing("/governance/lead", governance.lead() == null),
                        missing("/governance/intake", governance.intake() == null),
                        missing(
                                "/admission/area/divisionPrefixes",
                                admission.area().divisionPrefixes() == null),
                        missing("/admission/itemRules", admission.itemRules() == null))
                .flatMap(pointer -> pointer)
                .toList();
    }

    private static Stream<String> missing(String pointer, boolean missing) {
        return missing ? Stream.of(pointer) : Stream.empty();
    }

    /** Whether a request under the scheme makes that step. */
    static boolean concerns(String step, PilotScheme scheme) {
        return STEPS.contains(step)
                && (!step.equals(PilotScheme.RECOMMENDATION) || scheme.governance().recommends());
    }

    private static void nulls(JsonNode node, String at, List<String> open) {
        if (node.isNull()) {
            open.add(at);
        }
        if (node.isObject()) {
            for (var field : node.propertyNames()) {
                nulls(node.get(field), at + "/" + field, open);
            }
        }
    }
}
