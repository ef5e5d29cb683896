package org.whitelane.whitelist.lists;

/**
 * A line in its place.
 *
 * @param change ADDED, CHANGED or REMOVED in the changes of a batch; else empty
 */
public record Listed<T>(T entry, Place place, String change) {

    /** Where a page begins: after this place in the list. */
    public record Place(int batchNumber, int sequence) {

        public static final Place START = new Place(0, 0);
    }
}
