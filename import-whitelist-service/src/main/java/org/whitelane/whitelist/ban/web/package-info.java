/** Bans over HTTP. */
@NullMarked
package org.whitelane.whitelist.ban.web;

import org.jspecify.annotations.NullMarked;
