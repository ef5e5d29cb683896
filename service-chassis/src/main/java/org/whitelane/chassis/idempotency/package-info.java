/** One effect per Idempotency-Key. */
@NullMarked
package org.whitelane.chassis.idempotency;

import org.jspecify.annotations.NullMarked;
