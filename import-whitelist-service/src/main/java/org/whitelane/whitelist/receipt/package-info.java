/**
 * A receipt per entry, which customs verifies without asking anybody: signed by the service, and
 * taken back by a signed list that fits into any cache.
 */
@NullMarked
package org.whitelane.whitelist.receipt;

import org.jspecify.annotations.NullMarked;
