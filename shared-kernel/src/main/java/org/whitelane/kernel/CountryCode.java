package org.whitelane.kernel;

import java.util.Locale;
import java.util.Set;

/** ISO 3166-1 alpha-3 code of a country or region, e.g. DEU. */
public record CountryCode(String value) {

    private static final Set<String> KNOWN =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    public CountryCode {
        if (!KNOWN.contains(value)) {
            throw new IllegalArgumentException(
                    "Country code %s should be one of the three-letter codes of ISO 3166-1, in capitals, such as DEU"
                            .formatted(Shown.of(value)));
        }
    }

    public static CountryCode parse(String text) {
        return new CountryCode(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
