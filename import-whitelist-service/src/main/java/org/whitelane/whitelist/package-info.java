/**
 * Pilot schemes, requests, batches and entries of the import white list; who the parties are is
 * decided elsewhere.
 */
@NullMarked
package org.whitelane.whitelist;

import org.jspecify.annotations.NullMarked;
