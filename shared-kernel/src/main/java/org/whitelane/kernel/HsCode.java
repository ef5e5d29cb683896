package org.whitelane.kernel;

import java.util.regex.Pattern;

/**
 * Ten-digit code of China's import declaration: the six digits of the Harmonized System and four
 * national ones.
 *
 * @param value ten digits without dots
 */
public record HsCode(String value) {

    private static final Pattern DIGITS = Pattern.compile("\\d{10}");
    private static final Pattern DOTTED = Pattern.compile("\\d+(\\.\\d+)*");
    private static final int LONGEST_DOTTED = 19;

    public HsCode {
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException(formatFault(value));
        }
        var chapter = value.substring(0, 2);
        if (chapter.equals("00") || chapter.equals("77")) {
            throw new IllegalArgumentException(
                    "HS code %s is in chapter %s, it should be in one of 01 to 99 other than 77"
                            .formatted(value, chapter));
        }
    }

    /**
     * Reads ten digits, with or without dots between groups: {@code 3001.90.9091} equals {@code
     * 3001909091}.
     */
    public static HsCode parse(String text) {
        if (text.length() > LONGEST_DOTTED || !DOTTED.matcher(text).matches()) {
            throw new IllegalArgumentException(formatFault(text));
        }
        var digits = text.replace(".", "");
        if (digits.length() != 10) {
            throw new IllegalArgumentException(
                    "HS code %s has %d digits, a declaration code should have 10"
                            .formatted(Shown.of(text), digits.length()));
        }
        return new HsCode(digits);
    }

    /** The part that is the same world-wide. */
    public String subheading() {
        return value.substring(0, 6);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String formatFault(String text) {
        return "HS code %s should be 10 digits, such as 3001909091 or 3001.90.9091"
                .formatted(Shown.of(text));
    }
}
