package org.whitelane.kernel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How much, without the unit: positive and exact, fitting into {@code numeric(18,6)}.
 *
 * @param value without trailing zeros, so that 1.50 equals 1.5
 */
public record QuantityAmount(BigDecimal value) implements Comparable<QuantityAmount> {

    private static final int INTEGER_DIGITS = 12;
    private static final int SCALE = 6;
    private static final int LONGEST = INTEGER_DIGITS + 1 + SCALE;
    private static final Pattern PLAIN = Pattern.compile("(0|[1-9]\\d*)(\\.\\d+)?");
    private static final String BOUNDS =
            "at most 12 digits before the point and 6 after it, trailing zeros not counted";

    public QuantityAmount {
        value = value.stripTrailingZeros();
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("An amount should be greater than 0");
        }
        if (value.scale() > SCALE || (long) value.precision() - value.scale() > INTEGER_DIGITS) {
            throw new IllegalArgumentException("An amount should have " + BOUNDS);
        }
        value = value.setScale(Math.max(value.scale(), 0));
    }

    /**
     * Reads a plain decimal such as 12.5. The length is checked first: ten thousand digits are
     * never parsed.
     */
    public static QuantityAmount parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "Amount %s has %d characters, it should have %s"
                            .formatted(Shown.of(text), text.length(), BOUNDS));
        }
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Amount %s should be a plain decimal without sign, exponent or separators, such as 12.5"
                            .formatted(Shown.of(text)));
        }
        var decimal = new BigDecimal(text);
        if (decimal.signum() == 0) {
            throw new IllegalArgumentException(
                    "Amount %s should be greater than 0".formatted(Shown.of(text)));
        }
        return new QuantityAmount(decimal);
    }

    @Override
    public int compareTo(QuantityAmount other) {
        return value.compareTo(other.value);
    }

    /** Plain decimal, as on the wire. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
