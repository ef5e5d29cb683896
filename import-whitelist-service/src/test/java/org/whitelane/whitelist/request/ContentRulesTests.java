package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.TODAY;
import static org.whitelane.whitelist.support.Fixtures.article;
import static org.whitelane.whitelist.support.Fixtures.biologic;
import static org.whitelane.whitelist.support.Fixtures.dextran;
import static org.whitelane.whitelist.support.Fixtures.project;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.request.Listings.Listing;
import org.whitelane.whitelist.request.RequestContent.Item;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.RequestKind;
import org.whitelane.whitelist.support.Fixtures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What each kind of request contains and refers to, and what each does to the list. */
class ContentRulesTests {

    private static final UUID ENTRY = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Deadline RENEWAL = new Deadline(30, Deadline.Unit.DAY, "Art. 50", true);

    @Test
    void letsANewUnitAskForArticles() {
        assertThat(against(content(RequestKind.NEW, dextran(), null), unlisted())).isEmpty();
    }

    @Test
    void addsItemsOnlyForListedUnits() {
        var content = content(RequestKind.ADD_ITEM, dextran(), null);

        assertThat(against(content, unlisted())).containsExactly("/kind unit-not-listed");
        assertThat(against(content, new Listed(true, Map.of(), RENEWAL))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestKind.class,
            names = {"CHANGE", "RENEWAL", "WITHDRAW_LISTING"})
    void refersToEntriesThatAreTheUnitsOwnAndLive(RequestKind kind) {
        var place = kind == RequestKind.CHANGE ? "/articles/0/entryId" : "/entries/0";
        var content = content(kind, dextran(), ENTRY);

        assertThat(against(content, unlisted())).containsExactly(place + " entry-not-live");
        assertThat(against(content, holding("ACTIVE", TODAY.plusDays(31)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGE, SUSPENDED, false",
        "RENEWAL, SUSPENDED, false",
        "WITHDRAW_LISTING, SUSPENDED, true",
        "WITHDRAW_LISTING, EXHAUSTED, true",
        "CHANGE, PENDING, false",
    })
    void letsASuspendedRightOnlyBeGivenBack(RequestKind kind, String status, boolean fine) {
        var found = against(content(kind, dextran(), ENTRY), holding(status, TODAY.plusYears(1)));

        assertThat(found.isEmpty()).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({"29, false", "30, true", "31, true", "0, false", "-1, false"})
    void asksForRenewalInTime(int daysLeft, boolean fine) {
        // Administrative Licensing Law Art. 50: 30 days before the end
        var found =
                against(
                        content(RequestKind.RENEWAL, dextran(), ENTRY),
                        holding("ACTIVE", TODAY.plusDays(daysLeft)));

        assertThat(found).isEqualTo(fine ? List.of() : List.of("/entries/0 renewal-window"));
    }

    @Test
    void renewsOnlyWhatEnds() {
        assertThat(against(content(RequestKind.RENEWAL, dextran(), ENTRY), holding("ACTIVE", null)))
                .containsExactly("/entries/0 entry-without-end");
    }

    @Test
    void changesNoArticleIntoAnother() {
        var other = content(RequestKind.CHANGE, article(Map.of("casNumber", "69-65-8")), ENTRY);
        assertThat(against(other, holding("ACTIVE", null)))
                .containsExactly("/articles/0/casNumber other-article");

        var listed = new Listing("ACTIVE", biologic("Serum", "10 mL"), null);
        var same = content(RequestKind.CHANGE, biologic("serum ", "20 mL"), ENTRY);
        assertThat(against(same, new Listed(true, Map.of(ENTRY, listed), RENEWAL))).isEmpty();
    }

    @Test
    void namesAnEntryOnce() {
        var twice =
                content(
                        RequestKind.WITHDRAW_LISTING,
                        List.of(new Item(dextran(), ENTRY), new Item(dextran(), ENTRY)),
                        "person-1",
                        project(null, null));

        assertThat(against(twice, holding("ACTIVE", null)))
                .containsExactly("/entries/1 entry-twice");
    }

    @Test
    void holdsTheSchemesRulesAlsoAgainstWhatIsRenewed() {
        var excluded = article(Map.of("originCountry", "CHN"));

        assertThat(
                        against(
                                content(RequestKind.RENEWAL, excluded, ENTRY),
                                holding("ACTIVE", TODAY.plusDays(40))))
                .containsExactly("/entries/0 from-abroad");
        assertThat(
                        against(
                                content(RequestKind.WITHDRAW_LISTING, excluded, ENTRY),
                                holding("ACTIVE", null)))
                .isEmpty();
    }

    @Test
    void wantsAContractForAnotherOnesProject() {
        var own = project(Fixtures.ENTERPRISE, null);
        var foreign = project("enterprise-b", null);
        var contracted = project("enterprise-b", "CRO-2026-7");
        var items = List.of(new Item(dextran(), null));

        assertThat(against(content(RequestKind.NEW, items, "p", own), unlisted())).isEmpty();
        assertThat(against(content(RequestKind.NEW, items, "p", contracted), unlisted())).isEmpty();
        assertThat(against(content(RequestKind.NEW, items, "p", foreign), unlisted()))
                .containsExactly("/project/contractNumber contract-missing");
    }

    @Test
    void tellsAllAtOnce() {
        var content = content(RequestKind.ADD_ITEM, List.of(), null, project("enterprise-b", null));

        assertThat(against(content, unlisted()))
                .containsExactly(
                        "/articles item-missing",
                        "/kind unit-not-listed",
                        "/project/contractNumber contract-missing",
                        "/responsiblePerson person-missing");
    }

    @Test
    void saysWhatPublicationDoesToTheList() {
        assertThat(EntryEffect.of(content(RequestKind.NEW, dextran(), null)))
                .containsExactly(new EntryEffect.Listed(0, dextran()));
        assertThat(EntryEffect.of(content(RequestKind.ADD_ITEM, dextran(), null)))
                .containsExactly(new EntryEffect.Listed(0, dextran()));
        assertThat(EntryEffect.of(content(RequestKind.CHANGE, dextran(), ENTRY)))
                .containsExactly(new EntryEffect.Changed(0, ENTRY, dextran()));
        assertThat(EntryEffect.of(content(RequestKind.RENEWAL, dextran(), ENTRY)))
                .containsExactly(new EntryEffect.Prolonged(0, ENTRY));
        assertThat(EntryEffect.of(content(RequestKind.WITHDRAW_LISTING, dextran(), ENTRY)))
                .containsExactly(new EntryEffect.Removed(0, ENTRY));
    }

    private static List<String> against(RequestContent content, Listed listed) {
        var request = Cases.in(RequestStatus.DRAFT).withContent(content);
        return ContentRules.against(request, yearly(), listed, TODAY).stream()
                .map(finding -> finding.pointer() + " " + finding.code())
                .toList();
    }

    /** Entries of which live for a year; the shipped file does not know how long. */
    private static PilotScheme yearly() {
        return Json.read(
                Fixtures.tianjinFile()
                        .replace("\"entryValidityMonths\": null", "\"entryValidityMonths\": 12"),
                PilotScheme.class);
    }

    @Test
    void renewsNothingThatTheSchemeGivesNoFurtherDay() {
        var renewal = content(RequestKind.RENEWAL, dextran(), ENTRY);
        var request = Cases.in(RequestStatus.DRAFT).withContent(renewal);
        assertThat(
                        ContentRules.against(
                                request,
                                Fixtures.tianjin(),
                                holding("ACTIVE", TODAY.plusYears(1)),
                                TODAY))
                .extracting(Finding::code)
                .containsExactly("renewal-without-effect");
    }

    @Test
    void keepsTheUnitOfMeasureOfWhatIsChanged() {
        var other = Fixtures.article(Map.of("unit", "kg"));
        assertThat(against(content(RequestKind.CHANGE, other, ENTRY), holding("ACTIVE", null)))
                .containsExactly("/articles/0/quantity/unit other-unit");
    }

    private static Listed unlisted() {
        return new Listed(false, Map.of(), RENEWAL);
    }

    private static Listed holding(String status, @Nullable LocalDate validTo) {
        return new Listed(true, Map.of(ENTRY, new Listing(status, dextran(), validTo)), RENEWAL);
    }

    private static RequestContent content(RequestKind kind, Article article, @Nullable UUID entry) {
        return content(kind, List.of(new Item(article, entry)), "person-1", project(null, null));
    }

    private static RequestContent content(
            RequestKind kind,
            List<Item> items,
            @Nullable String person,
            RequestContent.Project project) {
        return new RequestContent(kind, items, project, person, TODAY.minusDays(10), List.of());
    }
}
