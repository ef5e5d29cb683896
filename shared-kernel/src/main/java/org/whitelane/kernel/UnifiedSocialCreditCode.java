package org.whitelane.kernel;

import java.util.regex.Pattern;

/**
 * Unified social credit code of a Chinese party, GB 32100-2015: 17 characters and a check
 * character.
 *
 * @param check a few codes issued early are in use although their check character is wrong
 */
public record UnifiedSocialCreditCode(String value, Check check) {

    /** Whether the check character is the computed one. */
    public enum Check {
        PASS,
        FAIL
    }

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORMAT =
            Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final int BODY = 17;

    public UnifiedSocialCreditCode {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException(formatFault(value));
        }
        if (check != checkOf(value)) {
            throw new IllegalArgumentException("The check of %s is not %s".formatted(value, check));
        }
    }

    /** The strict reading: the check character must be right. */
    public static UnifiedSocialCreditCode parse(String text) {
        var code = parseLenient(text);
        if (code.check == Check.FAIL) {
            throw new IllegalArgumentException(code.checkFault());
        }
        return code;
    }

    /**
     * Accepts a wrong check character, and tells it by {@link #check()}; anything else wrong is
     * refused.
     */
    public static UnifiedSocialCreditCode parseLenient(String text) {
        if (!FORMAT.matcher(text).matches()) {
            throw new IllegalArgumentException(formatFault(text));
        }
        return new UnifiedSocialCreditCode(text, checkOf(text));
    }

    /** The sentence for a caller whose code has a wrong check character. */
    public String checkFault() {
        return "Credit code %s has check character %s, it should be %s"
                .formatted(value, value.charAt(BODY), checkCharacter(value));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Check checkOf(String code) {
        return code.charAt(BODY) == checkCharacter(code) ? Check.PASS : Check.FAIL;
    }

    private static char checkCharacter(String code) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < BODY; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static String formatFault(String text) {
        if (text.length() != BODY + 1) {
            return "Credit code %s has %d characters, it should have 18"
                    .formatted(Shown.of(text), text.length());
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (i >= 2 && i < 8 ? c < '0' || c > '9' : ALPHABET.indexOf(c) < 0) {
                return "Credit code %s has %s at place %d, where %s should be"
                        .formatted(
                                Shown.of(text), Shown.of(String.valueOf(c)), i + 1, allowedAt(i));
            }
        }
        throw new IllegalStateException("No fault in " + Shown.of(text));
    }

    private static String allowedAt(int index) {
        return index >= 2 && index < 8
                ? "a digit of the division code"
                : "a digit or a capital letter other than I, O, S, V, Z";
    }
}
