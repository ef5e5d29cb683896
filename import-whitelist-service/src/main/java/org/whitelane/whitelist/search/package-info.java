/**
 * Finds requests, entries, batches, declarations, places in directories and bans by whatever
 * identifier the caller has. Reads what the other features keep; nobody depends on it.
 */
@NullMarked
package org.whitelane.whitelist.search;

import org.jspecify.annotations.NullMarked;
