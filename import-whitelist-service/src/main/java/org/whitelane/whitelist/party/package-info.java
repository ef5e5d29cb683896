/**
 * What this service knows of organisations, credit flags and working days: a projection of the\n *
 * registry's events. It never guesses: who is not here, or is parked, is not known yet.
 */
@NullMarked
package org.whitelane.whitelist.party;

import org.jspecify.annotations.NullMarked;
