package org.whitelane.chassis.web;

/**
 * An answer that shows one aggregate: it goes out with the aggregate's version as its strong {@code
 * ETag}, and a reader who names that in {@code If-None-Match} gets 304. Lists, feeds and what is
 * computed are no aggregates and have none.
 */
public interface Versioned {

    /** Where versions begin; what is only ever inserted stays there. */
    long FIRST = 1;

    /** Grows with every change of the aggregate, whoever made it. */
    long version();

    default String entityTag() {
        return EntityTags.of(version());
    }
}
