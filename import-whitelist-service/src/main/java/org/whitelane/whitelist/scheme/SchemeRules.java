package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.party.CreditFlag;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.scheme.PilotScheme.AreaKind;
import org.whitelane.whitelist.scheme.PilotScheme.ItemRule;
import org.whitelane.whitelist.scheme.PilotScheme.UnitRule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies a scheme's named rules. Pure; each finding names its rule and the version of the scheme.
 */
public final class SchemeRules {

    private final PilotScheme scheme;

    public SchemeRules(PilotScheme scheme) {
        this.scheme = scheme;
    }

    /** What stands against the unit on that day. */
    public List<Finding> unit(Party party, LocalDate commitmentSignedOn, LocalDate today) {
        return scheme.admission().unitRules().stream()
                .flatMap(rule -> check(rule, party, commitmentSignedOn, today))
                .toList();
    }

    /** What stands against the articles. */
    public List<Finding> items(List<Article> articles) {
        var findings = new ArrayList<Finding>();
        var seen = new HashSet<String>();
        for (var i = 0; i < articles.size(); i++) {
            var article = articles.get(i);
            var at = "/articles/" + i;
            rules().flatMap(rule -> check(rule, article, at)).forEach(findings::add);
            forbiddenUse(article, at).forEach(findings::add);
            if (!seen.add(article.key())) {
                findings.add(
                        finding(at, "ARTICLE_ONCE", "the article stands in the request twice"));
            }
        }
        return List.copyOf(findings);
    }

    private Stream<ItemRule> rules() {
        var exclusions = scheme.admission().exclusions();
        return Stream.concat(
                scheme.admission().itemRules().stream(),
                exclusions == null ? Stream.empty() : exclusions.stream());
    }

    private Stream<Finding> check(
            UnitRule rule, Party party, LocalDate commitmentSignedOn, LocalDate today) {
        return switch (rule.check()) {
            case PARTY_ACTIVE ->
                    failing(
                            rule.code(),
                            "",
                            party.active() ? null : "the organisation is " + party.status());
            case IN_AREA -> failing(rule.code(), "", outside(party));
            case NO_OPEN_FLAG ->
                    party.openFlags(today).stream()
                            .filter(flag -> rule.values().contains(flag.kind()))
                            .map(flag -> finding("", rule.code(), inWords(flag)));
            case COMMITMENT_SIGNED ->
                    failing(
                            rule.code(),
                            "/commitmentSignedOn",
                            commitmentSignedOn.isAfter(today)
                                    ? "the commitment is signed on %s, after %s"
                                            .formatted(commitmentSignedOn, today)
                                    : null);
            case JUDGED -> Stream.empty();
        };
    }

    private Stream<Finding> check(ItemRule rule, Article article, String at) {
        var values = rule.values();
        return switch (rule.check()) {
            case USE_IN -> mustBeIn(rule, at + "/use", article.use());
            case UNIT_IN -> mustBeIn(rule, at + "/quantity/unit", article.quantity().unit());
            case ORIGIN_NOT_IN -> mustNotBeIn(rule, at + "/originCountry", article.originCountry());
            case CAS_NOT_IN -> mustNotBeIn(rule, at + "/casNumber", article.casNumber());
            case HS_PREFIX_IN ->
                    failing(
                            rule.code(),
                            at + "/hsCode",
                            values.stream().anyMatch(article.hsCode()::startsWith)
                                    ? null
                                    : "%s begins with none of %s"
                                            .formatted(article.hsCode(), values));
            case HS_PREFIX_NOT_IN ->
                    failing(
                            rule.code(),
                            at + "/hsCode",
                            values.stream().anyMatch(article.hsCode()::startsWith)
                                    ? "%s begins with one of %s".formatted(article.hsCode(), values)
                                    : null);
            case JUDGED -> Stream.empty();
        };
    }

    private Stream<Finding> forbiddenUse(Article article, String at) {
        var forbidden = scheme.admission().forbiddenUses();
        return failing(
                "FORBIDDEN_USE",
                at + "/use",
                forbidden != null && forbidden.contains(article.use())
                        ? "use %s is forbidden".formatted(article.use())
                        : null);
    }

    private Stream<Finding> mustBeIn(ItemRule rule, String pointer, String value) {
        return failing(
                rule.code(),
                pointer,
                rule.values().contains(value)
                        ? null
                        : "%s is not one of %s".formatted(value, rule.values()));
    }

    private Stream<Finding> mustNotBeIn(ItemRule rule, String pointer, @Nullable String value) {
        return failing(
                rule.code(),
                pointer,
                value != null && rule.values().contains(value) ? value + " is excluded" : null);
    }

    private @Nullable String outside(Party party) {
        var area = scheme.admission().area();
        // where a unit really works, and whom the scheme lets in besides, is judged by the agencies
        if (area.kind() == AreaKind.SUBSTANTIVE
                || Boolean.TRUE.equals(area.outOfAreaByAssessment())) {
            return null;
        }
        var inside =
                area.divisionPrefixes().stream().anyMatch(party.registeredDivision()::startsWith)
                        || party.pilotAreas().stream().anyMatch(area.pilotAreas()::contains);
        return inside
                ? null
                : "the organisation is registered in division %s, outside the scheme's area (%s)"
                        .formatted(
                                party.registeredDivision(),
                                Stream.concat(
                                                area.divisionPrefixes().stream()
                                                        .map(p -> "divisions " + p + "…"),
                                                area.pilotAreas().stream())
                                        .collect(Collectors.joining(", ")));
    }

    private static String inWords(CreditFlag flag) {
        return "credit flag %s is open since %s".formatted(flag.kind(), flag.from());
    }

    private Stream<Finding> failing(String rule, String pointer, @Nullable String why) {
        return why == null ? Stream.empty() : Stream.of(finding(pointer, rule, why));
    }

    private Finding finding(String pointer, String rule, String why) {
        return new Finding(
                pointer,
                rule.toLowerCase(Locale.ROOT).replace('_', '-'),
                "Rule %s of %s: %s.".formatted(rule, scheme.reference(), why));
    }
}
