package org.whitelane.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.IntStream;

class CasNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"107-07-3", "7732-18-5", "64-17-5", "9004-54-0", "9041-08-1", "9005-49-6"})
    void readsNumbersOfRealSubstances(String text) {
        assertThat(CasNumber.parse(text)).hasToString(text);
    }

    @Test
    void namesTheRightCheckDigit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CasNumber.parse("9004-54-1"))
                .withMessage("CAS number 9004-54-1 has check digit 1, it should be 0");
    }

    @Test
    void exactlyOneCheckDigitFits() {
        assertThat(IntStream.range(0, 10).filter(d -> reads("9041-08-" + d))).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9004540",
                "0107-07-3",
                "1-07-3",
                "12345678-18-5",
                "9004-5-0",
                "9004-54-",
                "9004-54-00",
                " 9004-54-0",
                "9004-54-0 ",
                "9004–54–0",
                "９004-54-0",
                "9004-54-0\n",
                "CAS 9004-54-0"
            })
    void saysWhichFormIsRight(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CasNumber.parse(text))
                .withMessageEndingWith(
                        "should be 2 to 7 digits, 2 digits and a check digit, joined by hyphens,"
                                + " such as 9004-54-0");
    }

    private static boolean reads(String text) {
        try {
            CasNumber.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
