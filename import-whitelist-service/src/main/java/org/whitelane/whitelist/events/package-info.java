/**
 * The only place that knows the published event contract: turns what happened here into journal\n *
 * entries, in the same transaction. Nobody depends on it.
 */
@NullMarked
package org.whitelane.whitelist.events;

import org.jspecify.annotations.NullMarked;
