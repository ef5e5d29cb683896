package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for; a controller takes it as a parameter, read from {@code
 * ?limit=&cursor=}.
 */
public record Paging(int limit, @Nullable String cursor) {

    public static final int DEFAULT = 20;
    public static final int MOST = 100;

    /** One more than asked for tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }
}
