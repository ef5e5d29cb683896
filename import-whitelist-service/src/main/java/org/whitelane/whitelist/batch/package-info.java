/** Recognised requests on their way to the list, published together. */
@NullMarked
package org.whitelane.whitelist.batch;

import org.jspecify.annotations.NullMarked;
