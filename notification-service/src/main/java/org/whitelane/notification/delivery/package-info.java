/**
 * Claim in a short transaction, send outside any, mark. A message may be doubled only when we died
 * between the answer to the final dot and the mark; then it has the same Message-ID and is listed
 * as uncertain.
 */
@NullMarked
package org.whitelane.notification.delivery;

import org.jspecify.annotations.NullMarked;
