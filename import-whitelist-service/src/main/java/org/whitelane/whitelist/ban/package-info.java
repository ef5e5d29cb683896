/**
 * Bans: units that broke the rules of a scheme may not apply under it again for as long as it says.
 */
@NullMarked
package org.whitelane.whitelist.ban;

import org.jspecify.annotations.NullMarked;
