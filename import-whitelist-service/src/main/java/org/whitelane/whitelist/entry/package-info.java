/**
 * Entries: the published rights. Public, owner and authority views are different records, so that
 * nothing leaks by forgetting to hide it.
 */
@NullMarked
package org.whitelane.whitelist.entry;

import org.jspecify.annotations.NullMarked;
