package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.scheme.Admission.ItemRule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Applies a scheme's rules for articles: what it admits, excludes and forbids. Pure. */
final class ItemRules {

    private final PilotScheme scheme;

    ItemRules(PilotScheme scheme) {
        this.scheme = scheme;
    }

    List<Finding> refusing(List<Article> articles) {
        var findings = new ArrayList<Finding>();
        var seen = new HashSet<String>();
        for (var i = 0; i < articles.size(); i++) {
            var article = articles.get(i);
            var at = "/articles/" + i;
            var forbidden = forbiddenUse(article, at).toList();
            findings.addAll(forbidden);
            // what is forbidden by name is not told a second time as not admitted
            rules().filter(rule -> forbidden.isEmpty() || rule.check() != ItemCheck.USE_IN)
                    .flatMap(rule -> check(rule, article, at))
                    .forEach(findings::add);
            if (!seen.add(article.key())) {
                findings.add(
                        finding(at, "ARTICLE_ONCE", "the article stands in the request twice"));
            }
        }
        return List.copyOf(findings);
    }

    private Stream<ItemRule> rules() {
        return Stream.concat(
                rules(scheme.admission().itemRules()), rules(scheme.admission().exclusions()));
    }

    /** A scheme whose rules are not known takes no requests, see {@code PilotScheme.lacking}. */
    private static Stream<ItemRule> rules(@Nullable List<ItemRule> known) {
        return known == null ? Stream.empty() : known.stream();
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

    private Stream<Finding> failing(String rule, String pointer, @Nullable String why) {
        return why == null ? Stream.empty() : Stream.of(finding(pointer, rule, why));
    }

    private Finding finding(String pointer, String rule, String why) {
        return SchemeRules.finding(scheme, pointer, rule, why);
    }
}
