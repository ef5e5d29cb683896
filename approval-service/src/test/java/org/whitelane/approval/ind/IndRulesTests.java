package org.whitelane.approval.ind;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whitelane.approval.ind.Outcome.Refusal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

class IndRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final RegistrationClasses CLASSES = classes();

    @Test
    void acceptsAnAnnouncementAsItStands() {
        assertThat(codes(Facts.bc008())).isEmpty();
    }

    @Test
    void acceptsAnImpliedPermissionWithAndWithoutANotice() {
        assertThat(codes(Facts.numbered("CXSL2200037", "2022LP00550"))).isEmpty();
        assertThat(codes(Facts.numbered("CXSL2200037", null))).isEmpty();
    }

    @Test
    void acceptsFactsWithoutAnyDate() {
        assertThat(codes(Facts.dated(null, null, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-01-21, 2022-01-21, 2022-01-21",
        "2022-01-21, 2022-03, 2022-04-02",
        // within a month nothing is certain
        "2022-01-21, 2022-01, ",
        "2022-01, 2022-01-01, ",
        "2022-01, 2022-01, 2022-01",
        ", 2022-03, 2022-03-01",
        "2022-01-21, , 2022-01",
        "2022-12-31, , 2023-01",
    })
    void acceptsDatesThatMayBeInOrder(
            @Nullable String accepted, @Nullable String decided, @Nullable String announced) {
        assertThat(codes(Facts.dated(accepted, decided, announced))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-01, 2022-01-31, , decided-before-accepted",
        "2022-02-01, 2022-01, , decided-before-accepted",
        "2022-02, 2022-01-31, , decided-before-accepted",
        "2022-02-01, , 2022-01-31, announced-before-accepted",
        "2022-02, , 2022-01, announced-before-accepted",
        ", 2022-03-02, 2022-03-01, announced-before-decided",
        ", 2022-04, 2022-03, announced-before-decided",
    })
    void refusesDatesThatAreCertainlyOutOfOrder(
            @Nullable String accepted,
            @Nullable String decided,
            @Nullable String announced,
            String code) {
        assertThat(codes(Facts.dated(accepted, decided, announced))).containsExactly(code);
    }

    @Test
    void tellsEveryBrokenRuleAtOnce() {
        var facts =
                new IndFacts(
                        Facts.bc008().acceptanceNumber(),
                        org.whitelane.kernel.NoticeNumber.parse("2021LP00001"),
                        Decision.APPROVED,
                        Facts.product(Modality.TCM, "9"),
                        Facts.date("2021-02-01"),
                        Facts.date("2021-01-01"),
                        Facts.date("2030-01"));

        assertThat(refusals(facts))
                .extracting(Refusal::pointer, Refusal::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "/product/modality", "modality-mismatch"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/noticeNumber", "notice-before-acceptance"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/acceptedOn/value", "acceptance-year-mismatch"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/decidedOn/value", "decided-before-accepted"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/announcedOn/value", "date-in-the-future"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/product/registrationClass", "registration-class-unknown"));
    }

    @ParameterizedTest
    @CsvSource({"2021-12-31", "2023-01-01", "2021-12", "2023-01"})
    void acceptanceIsInTheYearOfItsNumber(String accepted) {
        assertThat(codes(Facts.dated(accepted, null, null)))
                .containsExactly("acceptance-year-mismatch");
    }

    @Test
    void refusesAnApplicationThatIsNotForATrial() {
        assertThat(codes(Facts.classified("CXHS2500671", Modality.CHEMICAL, null)))
                .containsExactly("acceptance-number-not-clinical");
    }

    @ParameterizedTest
    @CsvSource({
        "CXHL2500671, CHEMICAL",
        "CXSL2500671, BIOLOGIC",
        "CXZL2500671, TCM",
        "JXHL2500671, CHEMICAL"
    })
    void modalityIsTheLetterOfTheNumber(String number, Modality modality) {
        assertThat(codes(Facts.classified(number, modality, null))).isEmpty();
        for (var other : Modality.values()) {
            if (other != modality) {
                assertThat(codes(Facts.classified(number, other, null)))
                        .containsExactly("modality-mismatch");
            }
        }
    }

    @Test
    void noticeMayBeOfALaterYear() {
        assertThat(codes(Facts.numbered("CXSL2500924", "2026LP00112"))).isEmpty();
        assertThat(codes(Facts.numbered("CXSL2500924", "2024LP00112")))
                .containsExactly("notice-before-acceptance");
    }

    @Test
    void todayIsNotTheFuture() {
        assertThat(future("2026-03-02")).isEmpty();
        assertThat(future("2026-03")).isEmpty();
        assertThat(future("2026-03-03")).containsExactly("date-in-the-future");
        assertThat(future("2026-04")).containsExactly("date-in-the-future");
    }

    @ParameterizedTest
    @CsvSource({
        "CXHL2500671, CHEMICAL, 1 2.1 2.2 2.3 2.4 3 4 5.1 5.2",
        "CXSL2500671, BIOLOGIC, 1 1.1 1.4 2.1 2.4 2.6 3.1 3.4",
        "CXZL2500671, TCM, 1.1 1.2 1.3 2.1 2.4 3.1 3.2 4"
    })
    void acceptsTheClassesOfTheCatalogue(String number, Modality modality, String allowed) {
        for (var named : allowed.split(" ")) {
            assertThat(codes(Facts.classified(number, modality, named))).as(named).isEmpty();
        }
    }

    /** A known main class stays a main class: the announcement of LPC-006 says "2" and no more. */
    @Test
    void acceptsAMainClassAlone() {
        assertThat(codes(Facts.classified("CXHL2300719", Modality.CHEMICAL, "2"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CXHL2500671, CHEMICAL, 1.1",
        "CXHL2500671, CHEMICAL, 2.5",
        "CXHL2500671, CHEMICAL, 6",
        "CXSL2500671, BIOLOGIC, 2.7",
        "CXSL2500671, BIOLOGIC, 4",
        "CXZL2500671, TCM, 1.4",
        "CXZL2500671, TCM, 3.3",
        "CXZL2500671, TCM, '1.1 '",
        "CXZL2500671, TCM, ''"
    })
    void refusesAClassOfAnotherCatalogueNamingTheAllowed(
            String number, Modality modality, String named) {
        var refusals = refusals(Facts.classified(number, modality, named));

        assertThat(refusals)
                .extracting(Refusal::code)
                .containsExactly("registration-class-unknown");
        assertThat(refusals.getFirst().detail())
                .contains(
                        "2020",
                        modality.name(),
                        String.join(", ", CLASSES.classes().get(modality)));
    }

    @Test
    void refusesAClassFromBeforeTheCatalogue() {
        assertThat(codes(Facts.classified("CXHL1900123", Modality.CHEMICAL, "1")))
                .containsExactly("registration-class-catalogue-unknown");
        assertThat(codes(Facts.classified("CXHL1900123", Modality.CHEMICAL, null))).isEmpty();
    }

    @Test
    void everyModalityHasClasses() {
        assertThat(CLASSES.classes()).containsOnlyKeys(Modality.values());
        assertThat(CLASSES.classes().values())
                .allSatisfy(classes -> assertThat(classes).isNotEmpty().doesNotHaveDuplicates());
    }

    private static List<String> future(String announced) {
        return codes(Facts.dated(null, null, announced));
    }

    private static List<String> codes(IndFacts facts) {
        return refusals(facts).stream().map(Refusal::code).toList();
    }

    private static List<Refusal> refusals(IndFacts facts) {
        return IndRules.refusals(facts, CLASSES, TODAY);
    }

    private static RegistrationClasses classes() {
        try {
            return IndConfiguration.registrationClasses();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
