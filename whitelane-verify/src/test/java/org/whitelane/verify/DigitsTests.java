package org.whitelane.verify;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/** Held against the JDK's own. */
class DigitsTests {

    private final Random random = new Random(5);

    @Test
    void decodesWhatTheJdkEncodes() {
        for (int length = 0; length < 400; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            var text = Base64.getEncoder().encode(bytes);
            var target = new byte[text.length];

            int decoded = Digits.decode(text, 0, text.length, target);

            assertThat(Arrays.copyOf(target, decoded)).isEqualTo(bytes);
        }
    }

    @Test
    void takesNothingThatTheJdkDoesNotTake() {
        for (int round = 0; round < 50_000; round++) {
            var text = Base64.getEncoder().encode(new byte[] {1, 2, 3, 4, 5, 6, 7, (byte) round});
            text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            var target = new byte[text.length];
            int decoded = Digits.decode(text, 0, text.length, target);
            if (decoded >= 0) {
                assertThat(Arrays.copyOf(target, decoded))
                        .as(new String(text, US_ASCII))
                        .isEqualTo(Base64.getDecoder().decode(text));
            }
        }
    }

    @Test
    void refusesWhatIsWrittenInAnotherWay() {
        for (var text : "A AA AAA A=== ==== AB== AAB= AA=A AAAA==== -AAA".split(" ", -1)) {
            var bytes = text.getBytes(US_ASCII);
            assertThat(Digits.decode(bytes, 0, bytes.length, new byte[12])).as(text).isNegative();
        }
    }

    @Test
    void readsHashesInLowerCaseOnly() {
        var hash = new byte[32];
        random.nextBytes(hash);
        var text = HexFormat.of().formatHex(hash);

        assertThat(areHash(text)).isTrue();
        assertThat(Digits.hash(text.getBytes(US_ASCII), 0)).isEqualTo(hash);
        assertThat(areHash("A" + text.substring(1))).isFalse();
        assertThat(areHash("g" + text.substring(1))).isFalse();
        assertThat(areHash(text.substring(1))).isFalse();
        assertThat(areHash(text + "0")).isFalse();
    }

    private static boolean areHash(String text) {
        return Digits.areHash(text.getBytes(US_ASCII), 0, text.length());
    }
}
