package org.whitelane.registry.organisation;

import java.util.regex.Pattern;

/** Code of a pilot area, which is not an administrative division. */
public record PilotArea(String code) {

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    public static PilotArea parse(String text) {
        if (!FORMAT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "The code of a pilot area should be at most 40 letters, digits and hyphens");
        }
        return new PilotArea(text);
    }
}
