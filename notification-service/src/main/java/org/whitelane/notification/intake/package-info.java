/**
 * From events of the suite to queued messages. An effect, not a projection: rebuilding a projection
 * must never repeat it.
 */
@NullMarked
package org.whitelane.notification.intake;

import org.jspecify.annotations.NullMarked;
