package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;

/**
 * One row of the table.
 *
 * @param from null for what begins a batch
 */
record BatchMove(@Nullable BatchStatus from, BatchAction action, BatchStatus to) {}
