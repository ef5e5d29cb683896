/** The event journal: outbox and audit trail in one, its sequencer and relay. */
@NullMarked
package org.whitelane.chassis.journal;

import org.jspecify.annotations.NullMarked;
