/**
 * One scheme takes the place of another: what becomes of drafts, requests, entries and units is
 * done in small transactions, by whichever instance is there.
 */
@NullMarked
package org.whitelane.whitelist.replacement;

import org.jspecify.annotations.NullMarked;
