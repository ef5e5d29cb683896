/**
 * The officers' desks: what waits for whom, who took it, and the days on which limits end. It hears
 * of every move and moves nothing itself, but for what a passed day decides.
 */
@NullMarked
package org.whitelane.whitelist.desk;

import org.jspecify.annotations.NullMarked;
