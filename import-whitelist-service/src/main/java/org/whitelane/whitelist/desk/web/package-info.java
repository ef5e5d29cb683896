/** The desks over HTTP. */
@NullMarked
package org.whitelane.whitelist.desk.web;

import org.jspecify.annotations.NullMarked;
