/** What this service writes to the journal. Only this package knows the published records. */
@NullMarked
package org.whitelane.registry.events;

import org.jspecify.annotations.NullMarked;
