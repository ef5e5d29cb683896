/**
 * The directory of units: where a scheme recognises units, their articles follow by filings, each
 * of which is an entry of the list.
 */
@NullMarked
package org.whitelane.whitelist.directory;

import org.jspecify.annotations.NullMarked;
