/** The one door: routes and limits, no business. */
@NullMarked
package org.whitelane.gateway;

import org.jspecify.annotations.NullMarked;
