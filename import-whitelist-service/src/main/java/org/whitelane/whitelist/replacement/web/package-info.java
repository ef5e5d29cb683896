/** The replacement of schemes over HTTP. */
@NullMarked
package org.whitelane.whitelist.replacement.web;

import org.jspecify.annotations.NullMarked;
