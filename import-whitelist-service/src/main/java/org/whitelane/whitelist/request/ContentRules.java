package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.request.Listings.Listing;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.PilotScheme.Granularity;
import org.whitelane.whitelist.scheme.RequestKind;
import org.whitelane.whitelist.scheme.SchemeRules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * What a request must contain and refer to, by its kind. Pure; all findings at once. The scheme's
 * own rules about articles are asked here too, wherever articles are to be on the list.
 */
final class ContentRules {

    private final WhitelistRequest request;
    private final PilotScheme scheme;
    private final Listed listed;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    private ContentRules(
            WhitelistRequest request, PilotScheme scheme, Listed listed, LocalDate today) {
        this.request = request;
        this.scheme = scheme;
        this.listed = listed;
        this.today = today;
    }

    static List<Finding> against(
            WhitelistRequest request, PilotScheme scheme, Listed listed, LocalDate today) {
        var rules = new ContentRules(request, scheme, listed, today);
        rules.items();
        rules.entries();
        rules.project();
        rules.person();
        return List.copyOf(rules.findings);
    }

    /** Of the entries that a request refers to, those that do not let its kind be done to them. */
    static List<Finding> entriesAgainst(WhitelistRequest request, Listed listed) {
        var findings = new ArrayList<Finding>();
        var content = request.content();
        for (var i = 0; i < content.items().size(); i++) {
            var entry = content.items().get(i).entry();
            if (entry != null && !fits(content.kind(), listed.entries().get(entry))) {
                findings.add(
                        new Finding(
                                pointer(content.kind(), i),
                                "entry-not-live",
                                "Should be an entry of the applicant's own in %s that is %s; %s is %s."
                                        .formatted(
                                                request.scheme().code(),
                                                String.join(" or ", wanted(content.kind())),
                                                entry,
                                                state(listed.entries().get(entry)))));
            }
        }
        return List.copyOf(findings);
    }

    private void items() {
        var content = request.content();
        if (content.items().isEmpty() && scheme.granularity() != Granularity.UNIT_DIRECTORY) {
            add("/articles", "item-missing", "Should name one article at least.");
        }
        if (content.kind() == RequestKind.ADD_ITEM && !listed.unit()) {
            add(
                    "/kind",
                    "unit-not-listed",
                    "ADD_ITEM is for units on the list of %s; should be NEW."
                            .formatted(scheme.code()));
        }
        if (content.kind() != RequestKind.WITHDRAW_LISTING) {
            new SchemeRules(scheme)
                    .items(content.articles()).stream().map(this::placed).forEach(findings::add);
        }
    }

    /** What the caller wrote is an entry's id, where the article comes from the entry. */
    private Finding placed(Finding finding) {
        return request.content().kind().takesArticlesFromEntries()
                ? new Finding(
                        finding.pointer().replaceFirst("^/articles/(\\d+).*", "/entries/$1"),
                        finding.code(),
                        finding.detail())
                : finding;
    }

    private void entries() {
        findings.addAll(entriesAgainst(request, listed));
        var kind = request.content().kind();
        var seen = new HashSet<UUID>();
        for (var i = 0; i < request.content().items().size(); i++) {
            var item = request.content().items().get(i);
            if (item.entry() != null) {
                if (!seen.add(item.entry())) {
                    add(pointer(kind, i), "entry-twice", "The entry stands in the request twice.");
                }
                var listing = listed.entries().get(item.entry());
                if (listing != null) {
                    findings.addAll(
                            new EntryRules(scheme, listed.renewal(), today)
                                    .against(kind, i, item.article(), listing));
                }
            }
        }
    }

    private void project() {
        var project = request.content().project();
        var owner = project.owner();
        if (owner != null
                && !owner.equals(request.organisation())
                && project.contractNumber() == null) {
            add(
                    "/project/contractNumber",
                    "contract-missing",
                    "The project is another organisation's: should name the contract with it.");
        }
    }

    private void person() {
        if (request.content().responsiblePerson() == null) {
            add(
                    "/responsiblePerson",
                    "person-missing",
                    "Should be the unit's own reference of the person who answers for the"
                            + " imports.");
        }
    }

    private static boolean fits(RequestKind kind, @Nullable Listing listing) {
        return listing != null && wanted(kind).contains(listing.status());
    }

    /** A suspended right can be given back, but neither changed nor prolonged. */
    private static List<String> wanted(RequestKind kind) {
        return kind == RequestKind.WITHDRAW_LISTING
                ? List.of("ACTIVE", "SUSPENDED", "EXHAUSTED")
                : List.of("ACTIVE");
    }

    private static String state(@Nullable Listing listing) {
        return listing == null ? "not" : listing.status();
    }

    static String pointer(RequestKind kind, int index) {
        return kind.takesArticlesFromEntries()
                ? "/entries/" + index
                : "/articles/%d/entryId".formatted(index);
    }

    private void add(String pointer, String code, String detail) {
        findings.add(new Finding(pointer, code, detail));
    }
}
