package org.whitelane.kernel;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Code of a county-level division, GB/T 2260, e.g. 120116 Binhai; only its province is checked
 * here.
 */
public record DivisionCode(String value) {

    private static final Pattern FORMAT = Pattern.compile("\\d{6}");

    private static final Set<String> PROVINCES =
            Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
                    "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
                    "61", "62", "63", "64", "65", "71", "81", "82");

    public DivisionCode {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Division code %s should be 6 digits, such as 120116"
                            .formatted(Shown.of(value)));
        }
        var province = value.substring(0, 2);
        if (!PROVINCES.contains(province)) {
            throw new IllegalArgumentException(
                    "Division code %s begins with %s, which is no province"
                            .formatted(value, province));
        }
    }

    public static DivisionCode parse(String text) {
        return new DivisionCode(text);
    }

    public String province() {
        return value.substring(0, 2);
    }

    @Override
    public String toString() {
        return value;
    }
}
