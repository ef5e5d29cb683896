package org.whitelane.whitelist.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.CREDIT_CODE;
import static org.whitelane.whitelist.support.Fixtures.TODAY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whitelane.whitelist.mandate.Mandate.Ending;
import org.whitelane.whitelist.mandate.Mandate.State;
import org.whitelane.whitelist.mandate.Mandate.Way;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.party.PartyReference;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

class MandateRulesTests {

    private static final int LONGEST = 1096;

    @Test
    void letsAnActiveUnitMandateAnActiveEnterprise() {
        assertThat(findings(wish(TODAY, TODAY.plusDays(LONGEST - 1)), true, unit(), agent()))
                .isEmpty();
        assertThat(findings(wish(TODAY, TODAY), true, unit(), agent())).isEmpty();
    }

    @Test
    void tellsEveryFindingAtOnce() {
        var agency = party("agency", "DEREGISTERED", "CUSTOMS");
        var wish = wish(TODAY.minusDays(1), TODAY.plusDays(LONGEST - 1));

        assertThat(findings(wish, false, party("unit", "SUSPENDED", "ENTERPRISE"), agency))
                .containsExactly(
                        " unit-not-active",
                        "/agent authority",
                        "/agent agent-not-active",
                        "/scheme unknown-scheme",
                        "/from in-the-past",
                        "/to too-long");
    }

    @Test
    void letsNobodyMandateThemselves() {
        assertThat(findings(wish(TODAY, TODAY), true, unit(), unit()))
                .containsExactly("/agent own-organisation");
    }

    @ParameterizedTest
    @CsvSource({"AUTHORITY", "CUSTOMS"})
    void letsNobodyMandateWhoJudges(String type) {
        assertThat(findings(wish(TODAY, TODAY), true, unit(), party("a", "ACTIVE", type)))
                .containsExactly("/agent authority");
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED", "DEREGISTERED"})
    void wantsBothSidesActive(String status) {
        var other = party("agent", status, "CRO");

        assertThat(findings(wish(TODAY, TODAY), true, unit(), other))
                .containsExactly("/agent agent-not-active");
        assertThat(findings(wish(TODAY, TODAY), true, party("unit", status, "ENTERPRISE"), agent()))
                .containsExactly(" unit-not-active");
    }

    @Test
    void guessesNotWhoseACodeIs() {
        var rules =
                new MandateRules(
                        wish(TODAY, TODAY),
                        true,
                        unit(),
                        List.of(agent(), party("b", "ACTIVE", "CRO")),
                        TODAY,
                        LONGEST);

        assertThat(rules.findings())
                .singleElement()
                .matches(finding -> finding.code().equals("ambiguous"));
    }

    @Test
    void looksAheadAndNotBack() {
        assertThat(findings(wish(TODAY.minusDays(9), TODAY.minusDays(1)), true, unit(), agent()))
                .containsExactly("/from in-the-past", "/to in-the-past");
        assertThat(findings(wish(TODAY.plusDays(400), TODAY.plusDays(500)), true, unit(), agent()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, AHEAD",
        "2026-03-02, IN_FORCE",
        "2026-03-31, IN_FORCE",
        "2026-04-01, EXPIRED"
    })
    void isInForceFromItsFirstDayToItsLast(LocalDate day, State expected) {
        assertThat(mandate(List.of(Act.READ)).on(day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void staysEndedOnEveryDay(Way way) {
        var ended = mandate(List.of(Act.READ)).ended(new Ending(way, TODAY, "a test"));

        assertThat(List.of(TODAY.minusDays(9), TODAY, TODAY.plusDays(90)))
                .allSatisfy(day -> assertThat(ended.on(day).name()).isEqualTo(way.name()));
        assertThat(ended.version()).isEqualTo(2);
    }

    @Test
    void letsWhoeverMayDoSomethingRead() {
        assertThat(mandate(List.of(Act.DRAFT)).allows(Act.READ)).isTrue();
        assertThat(mandate(List.of(Act.SUBMIT)).allows(Act.READ)).isTrue();
        assertThat(mandate(List.of(Act.READ)).allows(Act.DRAFT)).isFalse();
        assertThat(mandate(List.of(Act.DRAFT)).allows(Act.SUBMIT)).isFalse();
    }

    private static List<String> findings(
            MandateWish wish, boolean schemeKnown, Party unit, Party agent) {
        return new MandateRules(wish, schemeKnown, unit, List.of(agent), TODAY, LONGEST)
                .findings().stream()
                        .map(finding -> finding.pointer() + " " + finding.code())
                        .toList();
    }

    private static MandateWish wish(LocalDate from, LocalDate to) {
        var reference = PartyReference.parse(CREDIT_CODE);
        return new MandateWish(reference, "TJ-2022", List.of(Act.DRAFT), from, to, "contract-1");
    }

    private static Mandate mandate(List<Act> acts) {
        return new Mandate(
                UUID.randomUUID(),
                "unit",
                "agent",
                null,
                acts,
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 31),
                "contract-1",
                null,
                1);
    }

    private static Party unit() {
        return party("unit", "ACTIVE", "ENTERPRISE");
    }

    private static Party agent() {
        return party("agent", "ACTIVE", "CRO");
    }

    private static Party party(String id, String status, String type) {
        return new Party(
                id,
                CREDIT_CODE,
                "示例（虚构）",
                null,
                List.of(type),
                "120116",
                List.of(),
                status,
                List.of(),
                1);
    }
}
