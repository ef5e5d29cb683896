/** Publishes that a subscription began or ended, never whose. Nobody depends on this package. */
@NullMarked
package org.whitelane.notification.events;

import org.jspecify.annotations.NullMarked;
