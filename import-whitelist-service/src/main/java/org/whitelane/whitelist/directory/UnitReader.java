package org.whitelane.whitelist.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.Schemes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads directories for those who may see them; for others they are not there. */
@Component
public class UnitReader {

    private final UnitListings listings;
    private final Schemes schemes;

    UnitReader(UnitListings listings, Schemes schemes) {
        this.listings = listings;
        this.schemes = schemes;
    }

    public Optional<UnitListing> listing(UUID id, Officer officer) {
        return listings.find(id)
                .filter(
                        listing ->
                                schemes.mayRead(
                                        listing.holder().organisation(),
                                        listing.scheme().code(),
                                        officer));
    }

    /** Empty when there is no such scheme. */
    public Optional<List<UnitListing>> publicPage(String scheme, @Nullable UUID after, int limit) {
        return schemes.newest(scheme)
                .map(known -> listings.page(null, List.of(known.code()), after, limit));
    }

    public List<UnitListing> page(Officer officer, @Nullable UUID after, int limit) {
        return listings.page(officer.organisation(), schemes.readableBy(officer), after, limit);
    }
}
