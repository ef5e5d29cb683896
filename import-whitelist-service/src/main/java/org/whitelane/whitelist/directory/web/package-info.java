/** The directory of units over HTTP. */
@NullMarked
package org.whitelane.whitelist.directory.web;

import org.jspecify.annotations.NullMarked;
