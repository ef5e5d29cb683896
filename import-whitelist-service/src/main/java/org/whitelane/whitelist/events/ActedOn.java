package org.whitelane.whitelist.events;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.request.RequestChanged;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.UUID;

/** A request in the private part of its event: as it is now, and for whom the officer acted. */
record ActedOn(@JsonUnwrapped WhitelistRequest request, Whom actedFor) {

    /**
     * @param organisation the officer's; null for the suite
     * @param unit whose request it is
     * @param mandate by which the organisation acted for the unit; null for its own officers and
     *     for whoever decides
     */
    record Whom(@Nullable String organisation, String unit, @Nullable UUID mandate) {}

    static ActedOn by(RequestChanged change) {
        var request = change.after();
        return new ActedOn(
                request,
                new Whom(change.by().organisation(), request.organisation(), change.mandate()));
    }
}
