/** Migrations of the tables that the chassis owns, and what waits for a commit. */
@NullMarked
package org.whitelane.chassis.database;

import org.jspecify.annotations.NullMarked;
