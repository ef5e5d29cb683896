/** Search over HTTP. */
@NullMarked
package org.whitelane.whitelist.search.web;

import org.jspecify.annotations.NullMarked;
