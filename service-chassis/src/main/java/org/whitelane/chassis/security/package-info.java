/** Who calls, and with which roles. */
@NullMarked
package org.whitelane.chassis.security;

import org.jspecify.annotations.NullMarked;
