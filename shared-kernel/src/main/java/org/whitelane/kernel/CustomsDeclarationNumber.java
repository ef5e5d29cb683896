package org.whitelane.kernel;

import java.util.regex.Pattern;

/**
 * Number of an import declaration at China's customs: four digits of the customs office, four of
 * the year, 1 for an import (0 would be an export), nine of the serial.
 *
 * @param value 18 digits
 */
public record CustomsDeclarationNumber(String value) {

    private static final Pattern DIGITS = Pattern.compile("\\d{18}");
    private static final int YEAR = 4;
    private static final int DIRECTION = 8;
    private static final int SERIAL = 9;

    public CustomsDeclarationNumber {
        if (value.length() != 18 || !DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Customs declaration number %s should be 18 digits, such as 020220261000000017"
                            .formatted(Shown.of(value)));
        }
        if (value.charAt(DIRECTION) != '1') {
            throw new IllegalArgumentException(
                    "Customs declaration number %s has %c as its 9th digit, an import should have 1"
                            .formatted(value, value.charAt(DIRECTION)));
        }
        if (!value.startsWith("20", YEAR)) {
            throw new IllegalArgumentException(
                    "Customs declaration number %s has the year %s, it should be in this century"
                            .formatted(value, value.substring(YEAR, DIRECTION)));
        }
        if (value.startsWith("0000") || value.endsWith("000000000")) {
            throw new IllegalArgumentException(
                    "Customs declaration number %s should name an office and a serial other than 0"
                            .formatted(value));
        }
    }

    public static CustomsDeclarationNumber parse(String text) {
        return new CustomsDeclarationNumber(text);
    }

    /** Code of the customs office that took the declaration in. */
    public String customsCode() {
        return value.substring(0, YEAR);
    }

    public int year() {
        return Integer.parseInt(value.substring(YEAR, DIRECTION));
    }

    public String serial() {
        return value.substring(SERIAL);
    }

    @Override
    public String toString() {
        return value;
    }
}
