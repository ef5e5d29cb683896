package org.whitelane.kernel;

import java.util.regex.Pattern;

/** Number of a substance in the CAS registry: 2 to 7 digits, 2 digits, a check digit. */
public record CasNumber(String value) {

    private static final Pattern FORMAT = Pattern.compile("[1-9]\\d{1,6}-\\d{2}-\\d");

    public CasNumber {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "CAS number %s should be 2 to 7 digits, 2 digits and a check digit, joined by hyphens, such as 9004-54-0"
                            .formatted(Shown.of(value)));
        }
        var expected = checkDigit(value);
        var found = value.charAt(value.length() - 1) - '0';
        if (found != expected) {
            throw new IllegalArgumentException(
                    "CAS number %s has check digit %d, it should be %d"
                            .formatted(value, found, expected));
        }
    }

    public static CasNumber parse(String text) {
        return new CasNumber(text);
    }

    @Override
    public String toString() {
        return value;
    }

    private static int checkDigit(String value) {
        var sum = 0;
        var weight = 1;
        for (var i = value.length() - 2; i >= 0; i--) {
            var c = value.charAt(i);
            if (c != '-') {
                sum += (c - '0') * weight++;
            }
        }
        return sum % 10;
    }
}
