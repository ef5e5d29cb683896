package org.whitelane.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomsDeclarationNumberTests {

    @Test
    void readsItsParts() {
        var number = CustomsDeclarationNumber.parse("020220261000000017");

        assertThat(number.customsCode()).isEqualTo("0202");
        assertThat(number.year()).isEqualTo(2026);
        assertThat(number.serial()).isEqualTo("000000017");
        assertThat(number).hasToString("020220261000000017");
    }

    @ParameterizedTest
    @CsvSource({
        "02022026100000001, 18 digits",
        "0202202610000000170, 18 digits",
        "0202-2026100000001, 18 digits",
        "02022026１000000017, 18 digits",
        "'', 18 digits",
        "020220260000000017, an import should have 1",
        "020220262000000017, an import should have 1",
        "020219261000000017, in this century",
        "000020261000000017, other than 0",
        "020220261000000000, other than 0"
    })
    void refusesWhatIsNoImportDeclaration(String text, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomsDeclarationNumber.parse(text))
                .withMessageContaining(expected);
    }
}
