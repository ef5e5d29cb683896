package org.whitelane.whitelist.request;

import org.whitelane.whitelist.request.Listings.Listing;
import org.whitelane.whitelist.scheme.Deadline;

import java.util.Map;
import java.util.UUID;

/**
 * What the list says to a request on the day.
 *
 * @param unit whether the applicant is on the list of the scheme
 * @param entries those that the request refers to, its applicant holds and that have not ended
 * @param renewal how long before an entry's end its renewal has to be submitted
 */
record Listed(boolean unit, Map<UUID, Listing> entries, Deadline renewal) {

    Listed {
        entries = Map.copyOf(entries);
    }
}
