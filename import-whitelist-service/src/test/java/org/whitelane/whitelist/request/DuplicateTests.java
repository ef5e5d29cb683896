package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.TODAY;
import static org.whitelane.whitelist.support.Fixtures.article;
import static org.whitelane.whitelist.support.Fixtures.biologic;
import static org.whitelane.whitelist.support.Fixtures.dextran;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.request.Listings.Listing;
import org.whitelane.whitelist.request.Listings.Right;
import org.whitelane.whitelist.request.RequestContent.Item;
import org.whitelane.whitelist.request.RequestContent.Project;
import org.whitelane.whitelist.scheme.RequestKind;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

class DuplicateTests {

    private static final UUID ENTRY = UUID.randomUUID();

    @Test
    void sameArticleForTheSameProjectIsADuplicate() {
        var other = wish(project("Antibody", null), article(Map.of("unit", "kg")));
        var found = Duplicate.of(wish(project("Antibody", null), dextran()), other).orElseThrow();

        assertThat(found.id()).isEqualTo(other.id());
        assertThat(found.pairs()).extracting(Duplicate.Pair::place).containsExactly(0);
        assertThat(found.pairs().getFirst().there().quantity().unit()).isEqualTo("kg");
    }

    @Test
    void caseAndSpacesMakeNoOtherProjectAndNoOtherArticle() {
        var here = wish(project("Antibody  One ", null), biologic("Trypsin", "1 mg"));
        var there = wish(project("antibody one", null), biologic(" TRYPSIN", "1  MG"));

        assertThat(Duplicate.of(here, there)).isPresent();
        assertThat(found(here, there)).isTrue();
    }

    @Test
    void codesDecideWhereBothHaveOne() {
        var one = wish(project("Antibody", "P-1"), dextran());

        assertThat(Duplicate.of(one, wish(project("Antibody", "P-2"), dextran()))).isEmpty();
        for (var same : List.of(project("Other name", " p-1"), project("Antibody", null))) {
            var other = wish(same, dextran());
            assertThat(Duplicate.of(one, other)).as("%s", same).isPresent();
            assertThat(found(one, other)).as("%s is found", same).isTrue();
        }
    }

    @Test
    void anotherArticleOrProjectIsNone() {
        var one = wish(project("Antibody", null), dextran());
        var glucose = article(Map.of("casNumber", "50-99-7"));

        assertThat(Duplicate.of(one, wish(project("Antibody", null), glucose))).isEmpty();
        assertThat(Duplicate.of(one, wish(project("Vaccine", null), dextran()))).isEmpty();
    }

    @Test
    void everyArticleThatIsInBothIsNamedByItsPlace() {
        var glucose = article(Map.of("casNumber", "50-99-7"));
        var here = wish(project("Antibody", null), biologic("Trypsin", "1 mg"), glucose, dextran());
        var there = wish(project("Antibody", null), dextran(), glucose);

        assertThat(Duplicate.of(here, there).orElseThrow().pairs())
                .extracting(Duplicate.Pair::place)
                .containsExactly(1, 2);
    }

    @Test
    void whatIsAskedAboutAnEntryDoesNotDoubleIt() {
        var right =
                new Right(
                        ENTRY,
                        "TJ-2022-1-1",
                        "TJ-2022",
                        UUID.randomUUID(),
                        new Listing("ACTIVE", dextran(), TODAY));
        var project = project("Antibody", null);
        var renewal = wish(project, new Item(dextran(), ENTRY));

        assertThat(Duplicate.of(renewal, right, project)).isEmpty();
        assertThat(Duplicate.of(wish(project, dextran()), right, project)).isPresent();
        assertThat(Duplicate.of(wish(project, dextran()), right, project("Vaccine", null)))
                .isEmpty();
    }

    /** By what is stored for the search. */
    private static boolean found(WhitelistRequest one, WhitelistRequest other) {
        return !Collections.disjoint(
                one.content().wishes(one.organisation()),
                other.content().wishes(other.organisation()));
    }

    private static WhitelistRequest wish(Project project, Article... articles) {
        return wish(project, Stream.of(articles).map(a -> new Item(a, null)).toArray(Item[]::new));
    }

    private static WhitelistRequest wish(Project project, Item... items) {
        return Cases.in(RequestStatus.SUBMITTED)
                .withContent(
                        new RequestContent(
                                RequestKind.NEW,
                                List.of(items),
                                project,
                                "person-1",
                                TODAY,
                                List.of()));
    }

    private static Project project(String name, @Nullable String code) {
        return new Project(name, code, "PRECLINICAL", null, null, null, null, null);
    }
}
