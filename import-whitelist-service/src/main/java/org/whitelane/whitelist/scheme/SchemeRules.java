package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.party.CreditFlag;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.scheme.Admission.UnitRule;

import java.time.LocalDate;
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
        return new ItemRules(scheme).refusing(articles);
    }

    /**
     * Whether nothing in the register says that the unit belongs to the scheme's area. Where a
     * scheme goes by where a unit really works, a pilot area that the register records stands for
     * it, and the agencies judge what they find there.
     */
    public boolean outOfArea(Party party) {
        return divisions().noneMatch(party.registeredDivision()::startsWith)
                && pilotAreas().noneMatch(party.pilotAreas()::contains);
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
            case NO_FLAG_WITHIN_YEARS ->
                    party.flagsSince(today.minusYears(years(rule)), today).stream()
                            .filter(flag -> rule.values().contains(flag.kind()))
                            .map(flag -> finding("", rule.code(), inWords(flag)));
            case TYPE_IN ->
                    failing(
                            rule.code(),
                            "",
                            party.types().stream().anyMatch(rule.values()::contains)
                                    ? null
                                    : "the organisation is %s, none of %s"
                                            .formatted(
                                                    String.join(", ", party.types()),
                                                    rule.values()));
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

    private @Nullable String outside(Party party) {
        var area = scheme.admission().area();
        // whom the scheme lets in besides is assessed by the agencies
        if (Boolean.TRUE.equals(area.outOfAreaByAssessment()) || !outOfArea(party)) {
            return null;
        }
        if (area.divisionPrefixes() == null) {
            return "the scheme's area is not known";
        }
        return "the organisation is registered in division %s and works in no recorded pilot area of the scheme's (%s)"
                .formatted(
                        party.registeredDivision(),
                        Stream.concat(divisions().map(p -> "divisions " + p + "…"), pilotAreas())
                                .collect(Collectors.joining(", ")));
    }

    private Stream<String> divisions() {
        var prefixes = scheme.admission().area().divisionPrefixes();
        return prefixes == null ? Stream.empty() : prefixes.stream();
    }

    private Stream<String> pilotAreas() {
        var areas = scheme.admission().area().pilotAreas();
        return areas == null ? Stream.empty() : areas.stream();
    }

    private static String inWords(CreditFlag flag) {
        var to = flag.to();
        return to == null
                ? "credit flag %s is open since %s".formatted(flag.kind(), flag.from())
                : "credit flag %s from %s to %s".formatted(flag.kind(), flag.from(), to);
    }

    private static int years(UnitRule rule) {
        var years = rule.years();
        if (years == null) {
            throw new IllegalStateException("a loaded file says how many years");
        }
        return years;
    }

    private Stream<Finding> failing(String rule, String pointer, @Nullable String why) {
        return why == null ? Stream.empty() : Stream.of(finding(pointer, rule, why));
    }

    private Finding finding(String pointer, String rule, String why) {
        return finding(scheme, pointer, rule, why);
    }

    /** Names the rule and the version that decided. */
    static Finding finding(PilotScheme scheme, String pointer, String rule, String why) {
        return new Finding(
                pointer,
                rule.toLowerCase(Locale.ROOT).replace('_', '-'),
                "Rule %s of %s: %s.".formatted(rule, scheme.reference(), why));
    }
}
