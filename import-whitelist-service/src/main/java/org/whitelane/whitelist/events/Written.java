package org.whitelane.whitelist.events;

import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.events.WhitelistEvent;

/**
 * Where a change is written: into a topic's stream, or into the service's own, which is never sent.
 */
sealed interface Written {

    record Published(WhitelistEvent event) implements Written {}

    record Internal(InternalEvent event) implements Written {}
}
