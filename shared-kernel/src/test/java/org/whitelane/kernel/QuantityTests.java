package org.whitelane.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

class QuantityTests {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.50, 1.5",
        "0.000001, 0.000001",
        "100, 100",
        "999999999999.999999, 999999999999.999999",
        "100000000000, 100000000000",
        "12.000000, 12"
    })
    void readsPlainDecimals(String text, String plain) {
        assertThat(QuantityAmount.parse(text)).hasToString(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "1e3", "+1", "-1", "1,5", "1.", ".5", "01", "1 ", "1.2.3", "１", "NaN", "0x1"
            })
    void refusesWhatIsNoPlainDecimal(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantityAmount.parse(text))
                .withMessageContaining("should be a plain decimal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0.000000"})
    void refusesNothing(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantityAmount.parse(text))
                .withMessageEndingWith("should be greater than 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0000001", "1234567890123", "1234567890123456789", "12345678901234567890"})
    void refusesMoreDigitsThanATableKeeps(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantityAmount.parse(text))
                .withMessageContaining("at most 12 digits before the point and 6 after it");
    }

    @Test
    void refusesTenThousandDigitsBeforeReadingThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantityAmount.parse("9".repeat(10_000)))
                .withMessageContaining("has 10000 characters")
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(200));
    }

    @Test
    void refusesAnExponentInADecimalMadeElsewhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuantityAmount(new BigDecimal("1e1000000000")));
        assertThat(new QuantityAmount(new BigDecimal("1e3"))).hasToString("1000");
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryUnitByItsCode(QuantityUnit unit) {
        assertThat(QuantityUnit.parse(unit.code())).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "ml", "gram", "KG", "box"})
    void namesTheUnitsThereAre(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantityUnit.parse(text))
                .withMessageEndingWith("should be one of g, kg, mL, L, vial, piece");
    }

    @Test
    void readsWhatItWrites() {
        var quantity = Quantity.of("12.50", "mL");
        assertThat(quantity).hasToString("12.5 mL").isEqualTo(Quantity.parse("12.5 mL"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.parse("12.5"))
                .withMessageContaining("such as 12.5 g");
    }
}
