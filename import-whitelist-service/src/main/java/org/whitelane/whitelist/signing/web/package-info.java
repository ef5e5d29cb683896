/** Signing keys over HTTP. */
@NullMarked
package org.whitelane.whitelist.signing.web;

import org.jspecify.annotations.NullMarked;
