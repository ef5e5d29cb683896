package org.whitelane.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.hutool.core.util.CreditCodeUtil;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.kernel.UnifiedSocialCreditCode.Check;

import java.util.Random;

class UnifiedSocialCreditCodeTests {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43", "9144030071526726XG", "914403001922038216",
                "91330100799655058B", "91110000802100433B", "9131000063159284XQ"
            })
    void readsRealCodes(String text) {
        assertThat(UnifiedSocialCreditCode.parse(text)).hasToString(text);
        assertThat(UnifiedSocialCreditCode.parseLenient(text).check()).isEqualTo(Check.PASS);
        assertThat(CreditCodeUtil.isCreditCode(text)).isTrue();
    }

    @Test
    void refusesALetterOutsideTheAlphabetEvenAsCheckCharacter() {
        assertRefused(
                "91350100M000100Y4Z",
                "Credit code '91350100M000100Y4Z' has 'Z' at place 18, where a digit or a capital"
                        + " letter other than I, O, S, V, Z should be");
    }

    @Test
    void readsARealCodeWithAWrongCheckCharacterOnlyLeniently() {
        assertRefused(
                "91350211M0000XUF46",
                "Credit code 91350211M0000XUF46 has check character 6, it should be R");
        var code = UnifiedSocialCreditCode.parseLenient("91350211M0000XUF46");
        assertThat(code.check()).isEqualTo(Check.FAIL);
        assertThat(code.checkFault()).endsWith("it should be R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                   | has 0 characters, it should have 18
                    91350100M000100Y4    | has 17 characters, it should have 18
                    91350100M000100Y433  | has 19 characters, it should have 18
                    91350100m000100Y43   | has 'm' at place 9
                    9135010IM000100Y43   | has 'I' at place 8, where a digit of the division code should be
                    9135A100M000100Y43   | has 'A' at place 5, where a digit of the division code should be
                    9135０100M000100Y43  | at place 5
                    """)
    void saysWhatIsWrongWithTheForm(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnifiedSocialCreditCode.parse(text))
                .withMessageContaining(sentence);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnifiedSocialCreditCode.parseLenient(text))
                .withMessageContaining(sentence);
    }

    @Test
    void repeatsOnlyTheBeginningOfALongText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnifiedSocialCreditCode.parse("9".repeat(10_000)))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(120));
    }

    @Test
    void agreesWithAnIndependentImplementation() {
        var random = new Random(32100);
        for (var i = 0; i < 20_000; i++) {
            var text = randomCode(random);
            var ours = UnifiedSocialCreditCode.parseLenient(text).check() == Check.PASS;
            assertThat(ours).as(text).isEqualTo(CreditCodeUtil.isCreditCode(text));
        }
    }

    @Test
    void exactlyOneCheckCharacterFits() {
        assertThat(
                        ALPHABET.chars()
                                .filter(
                                        c ->
                                                UnifiedSocialCreditCode.parseLenient(
                                                                        "91350100M000100Y4"
                                                                                + (char) c)
                                                                .check()
                                                        == Check.PASS))
                .containsExactly((int) '3');
    }

    @Test
    void cannotBeMadeWithAFalseCheck() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnifiedSocialCreditCode("91350211M0000XUF46", Check.PASS));
    }

    private static void assertRefused(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnifiedSocialCreditCode.parse(text))
                .withMessage(sentence);
    }

    private static String randomCode(Random random) {
        var code = new StringBuilder();
        for (var i = 0; i < 18; i++) {
            code.append(ALPHABET.charAt(random.nextInt(i >= 2 && i < 8 ? 10 : 31)));
        }
        return code.toString();
    }
}
