/**
 * An enterprise's request from draft to publication. {@link\n *
 * org.whitelane.whitelist.request.Moves} is the one table of what may happen; nothing else moves
 * a\n * request.
 */
@NullMarked
package org.whitelane.whitelist.request;

import org.jspecify.annotations.NullMarked;
