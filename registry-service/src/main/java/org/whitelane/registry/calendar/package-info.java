/**
 * The working-day calendar of mainland China as data: every import of a year is a version that
 * stays.
 */
@NullMarked
package org.whitelane.registry.calendar;

import org.jspecify.annotations.NullMarked;
