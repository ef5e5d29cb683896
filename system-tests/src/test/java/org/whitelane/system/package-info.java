/**
 * The suite through its public interfaces only: started by {@code deploy/run}, used over HTTP,
 * Kafka and mail, and killed.
 */
@NullMarked
package org.whitelane.system;

import org.jspecify.annotations.NullMarked;
