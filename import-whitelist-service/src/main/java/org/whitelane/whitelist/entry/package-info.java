/**
 * Batches and their entries: the published rights. Public, owner and authority views are
 * different\n * records, so that nothing leaks by forgetting to hide it.
 */
@NullMarked
package org.whitelane.whitelist.entry;

import org.jspecify.annotations.NullMarked;
