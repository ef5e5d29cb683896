package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.request.Listings.Listing;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.RequestKind;
import org.whitelane.whitelist.scheme.Validity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What may be asked of an entry that is there. Pure.
 *
 * @param renewal how long before an entry's end its renewal has to be submitted
 */
record EntryRules(PilotScheme scheme, Deadline renewal, LocalDate today) {

    /**
     * @param index of the item in the request
     */
    List<Finding> against(RequestKind kind, int index, Article article, Listing listing) {
        return switch (kind) {
            case CHANGE -> changing(index, article, listing.article());
            case RENEWAL -> renewing(ContentRules.pointer(kind, index), listing);
            case NEW, ADD_ITEM, WITHDRAW_LISTING -> List.of();
        };
    }

    private static List<Finding> changing(int index, Article article, Article listed) {
        var findings = new ArrayList<Finding>();
        if (!sameSubstance(article, listed)) {
            findings.add(
                    new Finding(
                            "/articles/%d/casNumber".formatted(index),
                            "other-article",
                            "A change is of quantity, specification, maker or project; another"
                                    + " article needs ADD_ITEM."));
        }
        var unit = listed.quantity().unit();
        if (!article.quantity().unit().equals(unit)) {
            findings.add(
                    new Finding(
                            "/articles/%d/quantity/unit".formatted(index),
                            "other-unit",
                            "What is reserved and used of the entry is counted in %s; should be %s."
                                    .formatted(unit, unit)));
        }
        return findings;
    }

    private List<Finding> renewing(String place, Listing listing) {
        var validTo = listing.validTo();
        if (validTo == null) {
            return List.of(
                    new Finding(
                            place,
                            "entry-without-end",
                            "The entry has no last day that could be renewed."));
        }
        var findings = new ArrayList<Finding>();
        if (new Validity(scheme).renewed(validTo).isEmpty()) {
            findings.add(
                    new Finding(
                            place,
                            "renewal-without-effect",
                            "The entry ends on %s; %s gives it no day beyond."
                                    .formatted(validTo, scheme.reference())));
        }
        var last = validTo.minusDays(renewal.amount());
        if (today.isAfter(last)) {
            findings.add(
                    new Finding(
                            place,
                            "renewal-window",
                            "The entry ends on %s; its renewal should have been submitted by %s: %d days before (%s%s)."
                                    .formatted(
                                            validTo,
                                            last,
                                            renewal.amount(),
                                            renewal.basis(),
                                            renewal.defaulted()
                                                    ? ", not the scheme's own text"
                                                    : "")));
        }
        return findings;
    }

    private static boolean sameSubstance(Article article, Article listed) {
        return listed.casNumber() == null
                ? article.casNumber() == null
                        && article.nameEn().strip().equalsIgnoreCase(listed.nameEn().strip())
                : listed.casNumber().equals(article.casNumber());
    }
}
