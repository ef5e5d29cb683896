/**
 * How a service keeps the private keys it signs with: in its database, wrapped with a key that is
 * not there.
 */
@NullMarked
package org.whitelane.chassis.keys;

import org.jspecify.annotations.NullMarked;
