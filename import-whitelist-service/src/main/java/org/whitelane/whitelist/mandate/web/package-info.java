/** Mandates over HTTP. */
@NullMarked
package org.whitelane.whitelist.mandate.web;

import org.jspecify.annotations.NullMarked;
