/**
 * Checks a stream for somebody who does not trust us: reads topic, pull feed or exported file,
 * makes every hash again, and holds the result against checkpoints that the user has kept. Depends
 * on the published contract only.
 */
@NullMarked
package org.whitelane.verify;

import org.jspecify.annotations.NullMarked;
