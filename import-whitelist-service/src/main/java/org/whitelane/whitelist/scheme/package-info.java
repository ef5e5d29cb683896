/**
 * Pilot schemes as versioned data, their member agencies, and their rules as pure functions. What
 * a\n * notice does not say stays null and is reported as not known.
 */
@NullMarked
package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.NullMarked;
