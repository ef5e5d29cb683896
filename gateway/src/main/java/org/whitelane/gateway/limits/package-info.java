/**
 * How much one client may ask for: quotas per client, per network address, and for what strangers
 * may do.
 */
@NullMarked
package org.whitelane.gateway.limits;

import org.jspecify.annotations.NullMarked;
