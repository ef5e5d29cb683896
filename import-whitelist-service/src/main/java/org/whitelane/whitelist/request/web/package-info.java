/** Requests over HTTP. */
@NullMarked
package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.NullMarked;
