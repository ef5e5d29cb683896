/**
 * Idempotent consumption: the last version applied per aggregate, and a parking lot for what cannot
 * be applied.
 */
@NullMarked
package org.whitelane.chassis.inbox;

import org.jspecify.annotations.NullMarked;
