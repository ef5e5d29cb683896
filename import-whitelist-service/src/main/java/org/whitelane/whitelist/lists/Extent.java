package org.whitelane.whitelist.lists;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** How much of a scheme's list is meant. */
public sealed interface Extent {

    String scheme();

    /**
     * All of it.
     *
     * @param asOf the legal day at whose end it stood so; null for now
     */
    record Whole(String scheme, @Nullable LocalDate asOf) implements Extent {}

    /** What one batch brought, as it stands now. */
    record OfBatch(String scheme, int number) implements Extent {}

    /** What one batch did to the list before it, as it left it. */
    record Changes(String scheme, int number) implements Extent {}
}
