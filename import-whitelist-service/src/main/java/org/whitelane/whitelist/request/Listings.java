package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What stands on the list, as far as requests ask. Answered by the feature that keeps the entries,
 * which knows requests, while requests do not know it.
 */
public interface Listings {

    /** Of these entries those that the unit holds in that scheme and that have not ended. */
    Map<UUID, Listing> held(String organisation, String scheme, Collection<UUID> entries);

    /** Whether the unit is on the list of that scheme. */
    boolean isListed(String organisation, String scheme);

    /** Entries of the unit for any of these articles that have not ended, under any scheme. */
    List<Right> rights(String organisation, Collection<String> articleKeys);

    /**
     * @param request by which it came on the list
     */
    record Right(UUID id, String number, String scheme, UUID request, Listing listing) {}

    /**
     * @param status of the entry's life: ACTIVE, SUSPENDED, …
     * @param validTo last day; null where it is open
     */
    record Listing(String status, Article article, @Nullable LocalDate validTo) {}
}
