package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One row of the table.
 *
 * @param from null for what begins a request
 * @param events published types, in order; none for what stays inside
 */
record Move(
        @Nullable RequestStatus from, RequestAction action, RequestStatus to, List<String> events) {

    Move {
        events = List.copyOf(events);
    }

    /** With the event of its action. */
    Move(@Nullable RequestStatus from, RequestAction action, RequestStatus to) {
        this(from, action, to, action.event().stream().toList());
    }

    static Move telling(
            RequestStatus from, RequestAction action, RequestStatus to, String... events) {
        return new Move(from, action, to, List.of(events));
    }
}
