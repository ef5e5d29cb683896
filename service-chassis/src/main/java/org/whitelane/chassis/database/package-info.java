/** Migrations of the tables that the chassis owns. */
@NullMarked
package org.whitelane.chassis.database;

import org.jspecify.annotations.NullMarked;
