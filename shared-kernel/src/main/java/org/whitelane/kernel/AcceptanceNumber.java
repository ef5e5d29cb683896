package org.whitelane.kernel;

import java.util.regex.Pattern;

/**
 * Number under which the drug evaluation centre accepted an application, e.g. CXSL2200037: origin,
 * kind, category, stage, two digits of the year and a serial.
 */
public record AcceptanceNumber(String value) {

    private static final Pattern FORMAT = Pattern.compile("[CJ][XYBZT][HZSF][LSBZR]\\d{7}");

    public AcceptanceNumber {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    ("Acceptance number %s should be a letter each for origin (C, J), kind (X, Y,"
                         + " B, Z, T), category (H, Z, S, F) and stage (L, S, B, Z, R), then two"
                         + " digits of the year and five of the serial, such as CXSL2200037")
                            .formatted(Shown.of(value)));
        }
    }

    public static AcceptanceNumber parse(String text) {
        return new AcceptanceNumber(text);
    }

    /** The year of acceptance; the present kind of number began after 2000. */
    public int year() {
        return 2000 + Integer.parseInt(value.substring(4, 6));
    }

    /** J rather than C. */
    public boolean imported() {
        return value.charAt(0) == 'J';
    }

    /** H chemical, Z traditional Chinese medicine, S biologic, F excipient. */
    public char category() {
        return value.charAt(2);
    }

    /** L: the application is for a clinical trial. */
    public boolean clinical() {
        return value.charAt(3) == 'L';
    }

    @Override
    public String toString() {
        return value;
    }
}
