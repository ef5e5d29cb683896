package org.whitelane.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTests {

    @ParameterizedTest
    @ValueSource(strings = {"3001909091", "3001.90.9091", "3001.90.90.91", "30.01.90.90.91"})
    void anHsCodeHasNoDotsInside(String text) {
        assertThat(HsCode.parse(text)).isEqualTo(new HsCode("3001909091"));
        assertThat(HsCode.parse(text).subheading()).isEqualTo("300190");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101210010", "7601101000", "7801100000", "9801000000", "9999999999"})
    void anHsCodeIsInAChapterThatExists(String text) {
        assertThat(HsCode.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    300190      | has 6 digits, a declaration code should have 10
                    30019090911 | has 11 digits
                    0001909091  | is in chapter 00
                    7701909091  | is in chapter 77, it should be in one of 01 to 99 other than 77
                    3001..909091| should be 10 digits
                    .3001909091 | should be 10 digits
                    3001909091. | should be 10 digits
                    3001 909091 | should be 10 digits
                    ３001909091 | should be 10 digits
                    ''          | should be 10 digits
                    """)
    void refusesOtherHsCodes(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HsCode.parse(text))
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "CXSL2200037, 2022, S, false",
        "CXSL2500924, 2025, S, false",
        "CXZL2400070, 2024, Z, false",
        "CXHL2500671, 2025, H, false",
        "CXHL2300719, 2023, H, false",
        "JXHL2300001, 2023, H, true"
    })
    void readsAcceptanceNumbers(String text, int year, char category, boolean imported) {
        var number = AcceptanceNumber.parse(text);
        assertThat(number).hasToString(text);
        assertThat(number.year()).isEqualTo(year);
        assertThat(number.category()).isEqualTo(category);
        assertThat(number.imported()).isEqualTo(imported);
        assertThat(number.clinical()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AXSL2200037",
                "CASL2200037",
                "CXAL2200037",
                "CXSA2200037",
                "CXSL220003",
                "CXSL22000377",
                "cxsl2200037",
                "CXSL 2200037",
                "CXSL22O0037"
            })
    void refusesOtherAcceptanceNumbers(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcceptanceNumber.parse(text))
                .withMessageStartingWith("Acceptance number ")
                .withMessageEndingWith("such as CXSL2200037");
    }

    @ParameterizedTest
    @CsvSource({
        "2022LP00550, 2022",
        "2023LP00500, 2023",
        "2025LP00084, 2025",
        "2025LP02497, 2025",
        "2026LP00112, 2026"
    })
    void readsNoticeNumbers(String text, int year) {
        assertThat(NoticeNumber.parse(text)).hasToString(text);
        assertThat(NoticeNumber.parse(text).year()).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2022LB00550",
                "1999LP00550",
                "2022LP0550",
                "2022LP005500",
                "2022lp00550"
            })
    void refusesOtherNoticeNumbers(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoticeNumber.parse(text))
                .withMessageStartingWith("Notice number ")
                .withMessageEndingWith("such as 2022LP00550");
    }

    @ParameterizedTest
    @ValueSource(strings = {"120116", "110115", "310115", "440112", "820000"})
    void readsDivisionCodes(String text) {
        assertThat(DivisionCode.parse(text)).hasToString(text);
        assertThat(DivisionCode.parse(text).province()).isEqualTo(text.substring(0, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "12011, should be 6 digits",
        "1201160, should be 6 digits",
        "12011a, should be 6 digits",
        "990116, 'begins with 99, which is no province'"
    })
    void refusesOtherDivisionCodes(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DivisionCode.parse(text))
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHN", "DEU", "USA", "DNK", "HKG"})
    void readsCountryCodes(String text) {
        assertThat(CountryCode.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CN", "chn", "XXX", "GER", "Germany"})
    void refusesOtherCountryCodes(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountryCode.parse(text))
                .withMessageContaining("three-letter codes of ISO 3166-1");
    }

    @Test
    void aMessageCarriesNoControlCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoticeNumber.parse("2022\r\nLP\u0000"))
                .satisfies(
                        e ->
                                assertThat(String.valueOf(e.getMessage()).chars())
                                        .noneMatch(Character::isISOControl));
    }
}
