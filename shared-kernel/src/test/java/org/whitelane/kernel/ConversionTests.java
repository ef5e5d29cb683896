package org.whitelane.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.util.Random;

class ConversionTests {

    private static final Conversion VIALS_OF_250_MG =
            Conversion.of(QuantityUnit.VIAL, Quantity.parse("0.25 g"));
    private static final Conversion VIALS_OF_3_G =
            Conversion.of(QuantityUnit.VIAL, Quantity.parse("3 g"));

    @ParameterizedTest
    @CsvSource({
        "5 kg, g, 5000 g",
        "5000 g, kg, 5 kg",
        "0.001 g, kg, 0.000001 kg",
        "0.000001 kg, g, 0.001 g",
        "999999999.999999 kg, g, 999999999999.999 g",
        "2.5 L, mL, 2500 mL",
        "1 mL, L, 0.001 L",
        "7 vial, vial, 7 vial",
        "3 piece, piece, 3 piece"
    })
    void convertsMetricUnitsExactly(String stated, String unit, String expected) {
        assertThat(Conversion.METRIC.convert(Quantity.parse(stated), QuantityUnit.parse(unit)))
                .isEqualTo(new Converted.To(Quantity.parse(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        // a seventh decimal: the table has six
        "0.0001 g, kg",
        "0.000001 g, kg",
        // a thirteenth digit
        "1000000000 kg, g",
        "999999999999.999999 L, mL"
    })
    void refusesWhatWouldHaveToBeRounded(String stated, String unit) {
        assertThat(Conversion.METRIC.convert(Quantity.parse(stated), QuantityUnit.parse(unit)))
                .isInstanceOfSatisfying(
                        Converted.Impossible.class,
                        refused -> assertThat(refused.reason()).contains(stated, "no exact"));
    }

    @ParameterizedTest
    @CsvSource({
        "1 g, mL",
        "1 L, kg",
        "1 vial, g",
        "1 g, vial",
        "1 piece, vial",
        "1 vial, piece",
        "1 mL, piece"
    })
    void neverComparesWhatTheArticleDoesNotConnect(String stated, String unit) {
        assertThat(Conversion.METRIC.convert(Quantity.parse(stated), QuantityUnit.parse(unit)))
                .isInstanceOf(Converted.Impossible.class);
    }

    @ParameterizedTest
    @CsvSource({
        "8 vial, g, 2 g",
        "8 vial, kg, 0.002 kg",
        "2 g, vial, 8 vial",
        "0.001 kg, vial, 4 vial",
        "0.1 g, vial, 0.4 vial"
    })
    void countsVialsWhereTheArticleSaysWhatOneHolds(String stated, String unit, String expected) {
        assertThat(VIALS_OF_250_MG.convert(Quantity.parse(stated), QuantityUnit.parse(unit)))
                .isEqualTo(new Converted.To(Quantity.parse(expected)));
    }

    @ParameterizedTest
    @CsvSource({"1 g, vial", "1 mL, vial", "1 vial, mL", "1 piece, g", "1 vial, piece"})
    void refusesVialsThatDoNotComeOutEven(String stated, String unit) {
        assertThat(VIALS_OF_3_G.convert(Quantity.parse(stated), QuantityUnit.parse(unit)))
                .isInstanceOf(Converted.Impossible.class);
    }

    @ParameterizedTest
    @EnumSource
    void leavesEveryUnitAsItIs(QuantityUnit unit) {
        var quantity = Quantity.of("0.000001", unit.code());
        assertThat(Conversion.METRIC.convert(quantity, unit)).isEqualTo(new Converted.To(quantity));
    }

    /** There and back is where it began, or one of the ways was refused. */
    @Test
    void losesNothingOnTheWayThereAndBack() {
        var random = new Random(20260302);
        var units = QuantityUnit.values();
        for (var i = 0; i < 20_000; i++) {
            var amount =
                    BigDecimal.valueOf(
                            random.nextLong(1, 1_000_000_000_000_000_000L), random.nextInt(7));
            if (amount.precision() - amount.scale() > 12) {
                continue;
            }
            var stated = Quantity.of(amount, units[random.nextInt(units.length)]);
            var wanted = units[random.nextInt(units.length)];
            if (VIALS_OF_250_MG.convert(stated, wanted) instanceof Converted.To(var there)) {
                assertThat(VIALS_OF_250_MG.convert(there, stated.unit()))
                        .as("%s in %s and back", stated, wanted)
                        .isEqualTo(new Converted.To(stated));
            }
        }
    }

    @Test
    void refusesAContentThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conversion.of(QuantityUnit.GRAM, Quantity.parse("1 g")))
                .withMessageContaining("per vial or piece");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conversion.of(QuantityUnit.VIAL, Quantity.parse("1 piece")))
                .withMessageContaining("a mass or a volume");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversion(QuantityUnit.VIAL, null));
    }
}
