/**
 * Imports announced under an entry: planned, reserved, declared, released, received. Each draws on
 * the entry's quota and gives back what did not arrive. What surprises: an entry is always locked
 * before its declarations.
 */
@NullMarked
package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.NullMarked;
