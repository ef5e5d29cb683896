package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;

/**
 * One row of the table.
 *
 * @param from null for what begins a request
 */
record Move(@Nullable RequestStatus from, RequestAction action, RequestStatus to) {}
