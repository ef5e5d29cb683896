package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Whom and what a scheme admits.
 *
 * @param exclusions articles that the scheme names as excluded
 * @param forbiddenUses uses that the scheme names as forbidden
 * @param repeatApplicantShortForm whether a unit on the list hands in no more than its new articles
 */
public record Admission(
        AreaRule area,
        List<UnitRule> unitRules,
        @Nullable List<ItemRule> itemRules,
        @Nullable List<ItemRule> exclusions,
        @Nullable List<String> forbiddenUses,
        @Nullable List<RequiredDocument> requiredDocuments,
        @Nullable Boolean repeatApplicantShortForm) {

    public Admission {
        unitRules = List.copyOf(unitRules);
    }

    public enum AreaKind {
        REGISTERED,
        SUBSTANTIVE
    }

    /**
     * @param divisionPrefixes beginnings of GB/T 2260 codes
     * @param outOfAreaByAssessment whether units from elsewhere may apply too and are assessed
     */
    public record AreaRule(
            AreaKind kind,
            @Nullable List<String> divisionPrefixes,
            @Nullable List<String> pilotAreas,
            @Nullable Boolean outOfAreaByAssessment) {}

    /**
     * @param code the rule's name, told in each refusal
     * @param values what the check compares with; empty where it needs nothing
     * @param years how far the check looks back; absent where it does not
     * @param text the condition in words
     */
    public record UnitRule(
            String code,
            UnitCheck check,
            List<String> values,
            @Nullable Integer years,
            String text) {}

    public record ItemRule(String code, ItemCheck check, List<String> values, String text) {}

    /**
     * @param type a code such as BUSINESS_LICENCE
     * @param basis the clause that asks for it
     */
    public record RequiredDocument(String type, List<RequestKind> kinds, String basis) {

        public RequiredDocument {
            kinds = List.copyOf(kinds);
        }
    }
}
