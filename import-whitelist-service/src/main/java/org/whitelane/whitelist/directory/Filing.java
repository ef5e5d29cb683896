package org.whitelane.whitelist.directory;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.ban.Ban;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.entry.WhitelistEntry.Key;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Eligibility;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.SchemeRules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a listed unit may file an article: the same rules that stand against a request, without a
 * review, because the unit itself was reviewed. Pure.
 *
 * @param ban that stands on the day
 * @param standing what the unit has on the list
 */
record Filing(
        UnitListing listing,
        PilotScheme scheme,
        PartyKnowledge party,
        @Nullable Ban ban,
        Set<Key> standing,
        LocalDate today) {

    Optional<Refused> objection(Article article) {
        if (!listing.isLiveOn(today)) {
            return Optional.of(
                    Refused.conflict(
                            "unit-not-listed",
                            "The unit's place %s is %s (%s to %s); nothing can be filed under it on %s."
                                    .formatted(
                                            listing.number(),
                                            listing.status(),
                                            listing.validFrom(),
                                            listing.validTo() == null
                                                    ? "the end of the scheme"
                                                    : listing.validTo(),
                                            today)));
        }
        if (!scheme.policy().isOpenOn(today)) {
            return Optional.of(
                    Refused.conflict(
                            "scheme-not-open",
                            "%s is not open on %s.".formatted(scheme.reference(), today)));
        }
        return byTheRules(article).or(() -> twice(article));
    }

    private Optional<Refused> byTheRules(Article article) {
        var findings = new ArrayList<Finding>();
        if (ban != null) {
            findings.add(ban.finding());
        }
        switch (Eligibility.again(party, scheme, today)) {
            case Eligibility.NotKnownYet(var detail) -> {
                return Optional.of(Refused.notKnownYet(detail));
            }
            case Eligibility.Ineligible(var against, _) -> findings.addAll(against);
            case Eligibility.Eligible _ -> {}
        }
        new SchemeRules(scheme)
                .items(List.of(article)).stream().map(Filing::placed).forEach(findings::add);
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Refused.rule(
                                "rule-refused",
                                "%d rule%s of %s refused it."
                                        .formatted(
                                                findings.size(),
                                                findings.size() == 1 ? "" : "s",
                                                scheme.reference()),
                                findings));
    }

    private Optional<Refused> twice(Article article) {
        return standing.contains(new Key(listing.holder().organisation(), article.key()))
                ? Optional.of(
                        Refused.conflict(
                                "entry-already-active",
                                "The unit has an active entry for %s.".formatted(article.nameEn())))
                : Optional.empty();
    }

    /** The article is the body. */
    private static Finding placed(Finding finding) {
        return new Finding(
                finding.pointer().replaceFirst("^/articles/0", ""),
                finding.code(),
                finding.detail());
    }
}
