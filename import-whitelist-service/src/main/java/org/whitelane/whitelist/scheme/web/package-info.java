/** Schemes over HTTP. */
@NullMarked
package org.whitelane.whitelist.scheme.web;

import org.jspecify.annotations.NullMarked;
