/** The HTTP edge: strict bodies, problem+json, cursors. */
@NullMarked
package org.whitelane.chassis.web;

import org.jspecify.annotations.NullMarked;
