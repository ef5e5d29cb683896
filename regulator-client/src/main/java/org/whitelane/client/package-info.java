/**
 * A regulator's consumer of one stream. What the handler gets is the stream in the order of its
 * positions, each event once, every hash checked; what Kafka lacks is fetched from the pull feed,
 * and nothing more than that.
 */
@NullMarked
package org.whitelane.client;

import org.jspecify.annotations.NullMarked;
