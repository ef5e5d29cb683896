package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the cursor of the page after it; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * From rows fetched with {@link Paging#fetch()}.
     *
     * @param cursor of a row: where the page after it begins
     */
    public static <R, T> Page<T> of(
            List<R> rows, Paging paging, Function<R, T> view, Function<R, String> cursor) {
        var shown = rows.subList(0, Math.min(rows.size(), paging.limit()));
        var next = rows.size() > paging.limit() ? cursor.apply(shown.getLast()) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
