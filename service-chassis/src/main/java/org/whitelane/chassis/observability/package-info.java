/** Correlation ids, metrics and health. */
@NullMarked
package org.whitelane.chassis.observability;

import org.jspecify.annotations.NullMarked;
