/** How much a process takes on at once, so that too much is refused instead of breaking it. */
@NullMarked
package org.whitelane.chassis.overload;

import org.jspecify.annotations.NullMarked;
