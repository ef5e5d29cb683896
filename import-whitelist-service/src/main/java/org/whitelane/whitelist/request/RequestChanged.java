package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Officer;

import java.util.UUID;

/**
 * A request as it was and as it is.
 *
 * @param before null when it has just been drafted
 * @param mandate by which the officer acted for the unit; null for its own officers, and for
 *     everybody who decides
 */
public record RequestChanged(
        @Nullable WhitelistRequest before,
        WhitelistRequest after,
        RequestFact fact,
        Officer by,
        @Nullable UUID mandate) {

    /** By nobody's mandate. */
    public RequestChanged(
            @Nullable WhitelistRequest before,
            WhitelistRequest after,
            RequestFact fact,
            Officer by) {
        this(before, after, fact, by, null);
    }
}
