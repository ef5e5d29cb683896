package org.whitelane.events;

import java.util.Locale;

/** Who may see a field outside the streams: each sees what the ones before it see, and more. */
public enum Audience {
    /** Anybody: the published lists and registers, their web feeds, mail. */
    PUBLIC,
    /** The party whose object it is, who acts for it, and the agencies that handle it. */
    OWNER,
    /** Who may read the stream itself. */
    REGULATOR;

    /** The keyword beside each property of a published schema. */
    public static final String KEYWORD = "x-whitelane-audience";

    public boolean maySee(Audience mark) {
        return mark.compareTo(this) <= 0;
    }

    public Audience narrower(Audience other) {
        return maySee(other) ? this : other;
    }

    /** As the schemas have it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
