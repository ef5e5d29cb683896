/** The event journal: outbox and audit trail in one, its sequencer, relay and pull feed. */
@NullMarked
package org.whitelane.chassis.journal;

import org.jspecify.annotations.NullMarked;
