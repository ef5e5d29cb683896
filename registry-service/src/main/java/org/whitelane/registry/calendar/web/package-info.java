/** The calendar over HTTP. */
@NullMarked
package org.whitelane.registry.calendar.web;

import org.jspecify.annotations.NullMarked;
