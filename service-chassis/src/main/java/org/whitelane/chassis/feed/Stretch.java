package org.whitelane.chassis.feed;

import java.time.Instant;

/**
 * Positions that were delivered one after the other, {@code from} not among them.
 *
 * @param types given in full in all of it
 * @param at when its last page was
 */
record Stretch(long from, long to, TypeFilter types, Instant at) {

    /** Whether a page that begins behind that position goes on in here. */
    boolean takesUp(long after) {
        return from <= after && after <= to;
    }

    boolean holds(long position) {
        return from < position && position <= to;
    }

    /** Read once more as a whole, the new page says what was given in full; else both do. */
    Stretch with(Stretch page) {
        if (page.from == from && page.to >= to) {
            return page;
        }
        return page.to <= to ? this : new Stretch(from, page.to, types.and(page.types), page.at);
    }

    Stretch behind(long position) {
        return new Stretch(position, Math.max(position, to), types, at);
    }
}
